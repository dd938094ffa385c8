namespace Daybook;

/// <summary>What was found when a file store was opened.</summary>
public sealed record FileStoreOpenReport
{
    /// <summary>How many segments the store has.</summary>
    public required int Segments { get; init; }

    /// <summary>How many bytes behind the last whole append were moved aside; 0 after a clean close.</summary>
    public required long TornBytes { get; init; }

    /// <summary>The file that they were moved to, or null.</summary>
    public required string? TornFile { get; init; }

    /// <summary>
    /// How many index files were missing or unusable and were made anew. Opening reads only the start of each; damage behind
    /// it is mended when the index is first used.
    /// </summary>
    public required int RebuiltIndexes { get; init; }

    /// <summary>Whether the file that says how far the log is durable was missing or unusable.</summary>
    public required bool DurableEndWasLost { get; init; }
}
