using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>A tuple or another fixed row of values: an array of exactly its elements.</summary>
internal sealed record TupleComposite : Composite
{
    public required EquatableArray<WireValue> Elements { get; init; }

    /// <summary>The fields or properties that hold the elements.</summary>
    public required EquatableArray<string> Names { get; init; }

    /// <summary>What stands behind <c>new</c>.</summary>
    public required string Constructed { get; init; }

    /// <summary>
    /// How the elements of <c>left</c> and <c>right</c> are compared, as expressions; none where no collection is sorted by such tuples, or no text is in them.
    /// </summary>
    public EquatableArray<string> Comparisons { get; init; }
}
