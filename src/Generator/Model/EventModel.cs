using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>An event.</summary>
internal sealed record EventModel
{
    public required RecordModel Record { get; init; }

    /// <summary>Names that this version was recorded under before.</summary>
    public required EquatableArray<string> FormerNames { get; init; }

    /// <summary>The older version that is written in place of this one; 0 for none.</summary>
    public required int WriteVersion { get; init; }

    /// <summary>Whether the assembly's catalog can name it.</summary>
    public required bool IsInCatalog { get; init; }
}
