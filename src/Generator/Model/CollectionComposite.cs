using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>A list, set or map.</summary>
internal sealed record CollectionComposite : Composite
{
    /// <summary>The element, or key and value of a map.</summary>
    public required EquatableArray<WireValue> Elements { get; init; }

    /// <summary>What is enumerated, as an expression over <c>value</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The type of the source.</summary>
    public required string SourceType { get; init; }

    /// <summary>The property of the source that counts it.</summary>
    public required string Count { get; init; }

    /// <summary>Whether the source is an array or a span, so that it is walked by index.</summary>
    public bool IsIndexed => Count is "Length";

    /// <summary>Whether the collection has no order of its own, so that its entries are sorted after writing.</summary>
    public required bool IsSorted { get; init; }

    /// <summary>Whether the elements are entries of a map.</summary>
    public required bool IsMap { get; init; }

    /// <summary>The property that says what it compares keys with; empty where it has none.</summary>
    public required string Comparer { get; init; }

    /// <summary>The type of that property.</summary>
    public required string ComparerType { get; init; }

    /// <summary>What it compares keys with unless told otherwise, as an expression; empty for the default comparer.</summary>
    public required string DefaultComparer { get; init; }

    /// <summary>Whether who reads it says what it compares keys with.</summary>
    public bool TakesComparer { get; init; }

    /// <summary>
    /// An expression that makes what the elements are put into; <c>count</c> is their number. Here and in <see cref="Finish"/>, <c>{1}</c> stands for the comparer
    /// and <c>{2}</c> for the comparer behind another argument.
    /// </summary>
    public required string Create { get; init; }

    /// <summary>The type of what the elements are put into.</summary>
    public required string CreateType { get; init; }

    /// <summary>Whether elements are put at an index rather than added.</summary>
    public required bool TakesIndex { get; init; }

    /// <summary>Whether the first element is put in last.</summary>
    public required bool IsReversed { get; init; }

    /// <summary>Turns the filled <c>items</c> into the collection, as an expression.</summary>
    public required string Finish { get; init; }
}
