namespace Daybook.Generator.Model;

/// <summary>An array of several dimensions: an array of their lengths and an array of all elements, the last dimension running fastest.</summary>
internal sealed record RankArrayComposite : Composite
{
    public required WireValue Element { get; init; }

    /// <summary>The number of dimensions.</summary>
    public required int Rank { get; init; }

    /// <summary>An expression that makes the array from <c>lengths</c>.</summary>
    public required string Create { get; init; }
}
