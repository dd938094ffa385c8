using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>A value tuple: an array of exactly its elements.</summary>
internal sealed record TupleComposite : Composite
{
    public required EquatableArray<WireValue> Elements { get; init; }
}
