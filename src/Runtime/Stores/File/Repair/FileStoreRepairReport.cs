using System.Collections.Immutable;

namespace Daybook;

/// <summary>What was salvaged from a damaged store, and what was not.</summary>
public sealed record FileStoreRepairReport
{
    /// <summary>How many segments were read.</summary>
    public required int Segments { get; init; }

    /// <summary>How many streams the new store has, Daybook's own included.</summary>
    public required int Streams { get; init; }

    /// <summary>How many events it has.</summary>
    public required long Events { get; init; }

    /// <summary>
    /// What is missing. Damaged bytes are one loss; the events that were in them are others, as soon as a later record shows that they are missing.
    /// </summary>
    public required ImmutableArray<FileStoreLoss> Losses { get; init; }
}
