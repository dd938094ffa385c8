namespace Daybook.Generator.Model;

/// <summary>A parameter of a recorder's method.</summary>
internal sealed record ParameterModel
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The default as an expression; empty when there is none.</summary>
    public required string Default { get; init; }

    /// <summary>The member that an object initializer sets; empty for a constructor's parameter.</summary>
    public required string Initializes { get; init; }

    /// <summary>Its documentation.</summary>
    public required string Documentation { get; init; }
}
