using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>Where a declaration stands, so that a partial part of it can be written.</summary>
internal sealed record Containment
{
    /// <summary>The namespace as code writes it; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Keyword and name of each type from the outermost to the declaration itself: <c>record struct Line</c>.</summary>
    public required EquatableArray<string> Types { get; init; }

    /// <summary>The metadata name with dots in place of pluses, for the name of the file.</summary>
    public required string FileName { get; init; }
}
