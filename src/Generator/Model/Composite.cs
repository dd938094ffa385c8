namespace Daybook.Generator.Model;

/// <summary>A shape with a Write and a Read helper of its own.</summary>
internal abstract record Composite
{
    /// <summary>What stands behind Write and Read in the helpers' names.</summary>
    public required string Helper { get; init; }

    public required string Type { get; init; }

    public required bool IsValueType { get; init; }
}
