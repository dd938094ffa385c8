namespace Daybook;

/// <summary>What a file store holds, and how it does.</summary>
public sealed record FileStoreStatistics
{
    /// <summary>How many segments the store has.</summary>
    public required int Segments { get; init; }

    /// <summary>How many bytes of the segments are used; the last one's file is longer.</summary>
    public required long UsedBytes { get; init; }

    /// <summary>How many of them compaction would give back from full segments: deleted streams, truncated events, replaced payloads.</summary>
    public required long DeadBytes { get; init; }

    /// <summary>The others.</summary>
    public long LiveBytes => UsedBytes - DeadBytes;

    /// <summary>How many streams there are, Daybook's own included.</summary>
    public required int Streams { get; init; }

    /// <summary>How many events have been replaced whose old payloads are still in a file; compaction removes them.</summary>
    public required int ReplacedEvents { get; init; }

    /// <summary>How many indexes of full segments are in memory.</summary>
    public required int CachedIndexes { get; init; }

    /// <summary>How many bytes these take; see <see cref="FileStoreOptions.IndexCacheBytes"/>.</summary>
    public required long CachedIndexBytes { get; init; }

    /// <summary>How many indexes had to be made anew since the store was opened, because their files were missing or unusable.</summary>
    public required int RebuiltIndexes { get; init; }
}
