using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>An upcaster.</summary>
internal sealed record UpcasterModel
{
    /// <summary>The event that it takes, as code writes it.</summary>
    public required string Source { get; init; }

    /// <summary>The wire name of that event.</summary>
    public required string SourceName { get; init; }

    public required int SourceVersion { get; init; }

    /// <summary>What it returns, as code writes it.</summary>
    public required string Result { get; init; }

    /// <summary>The events in the result, in order.</summary>
    public required EquatableArray<UpcastPartModel> Parts { get; init; }

    /// <summary>The method as code calls it; empty for one of another assembly.</summary>
    public required string Call { get; init; }

    public required bool TakesContext { get; init; }

    /// <summary>Whether the result is a tuple.</summary>
    public bool IsSplit => Parts.Count > 1;
}
