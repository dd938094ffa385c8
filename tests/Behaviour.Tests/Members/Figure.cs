namespace Daybook.Behaviour.Tests.Members;

/// <summary>A closed union that contains itself.</summary>
[WireUnion(0, typeof(Circle)), WireUnion(700, typeof(Group)), WireUnion(-1, typeof(Nothing))]
public abstract record Figure
{
    public record Circle(double Radius) : Figure;

    public sealed record Group(List<Figure> Items, Figure? Frame = null) : Figure;

    public sealed record Nothing : Figure;
}
