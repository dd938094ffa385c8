namespace Daybook.Behaviour.Tests.Members;

public sealed class OutlineFormatter : IFormatter<Outline, OutlineData>
{
    public static OutlineData ToWire(Outline value) => new(value.Title, [.. value.Parts]);

    public static Outline FromWire(OutlineData wire) => new(wire.Title, wire.Parts);
}
