namespace Daybook.Behaviour.Tests.Members;

/// <summary>A generic union.</summary>
[WireUnion(0, typeof(Option<>.None)), WireUnion(1, typeof(Some<>))]
public abstract record Option<T>
{
    public sealed record None : Option<T>;
}
