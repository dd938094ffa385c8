namespace Daybook;

/// <summary>How a file store is opened.</summary>
public sealed record FileStoreOptions
{
    /// <summary>The size of new segments in bytes, from 64 KiB to 1 GiB; 8 MiB unless said.</summary>
    public int SegmentSize { get; init; } = 8 * 1024 * 1024;

    /// <summary>Opens for reading only: takes no lock and follows the writer, if there is one.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// Whether new streams get a hash chain: see <see cref="StreamInfo.Hash"/>. A stream that began with one keeps it, whatever this says.
    /// </summary>
    public bool Chained { get; init; }

    /// <summary>What an append survives that does not say so itself.</summary>
    public Durability Durability { get; init; } = Durability.Flushed;

    /// <summary>How many bytes of the indexes of full segments are kept in memory; 64 MiB unless said.</summary>
    public long IndexCacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How often a store that was opened for reading looks for news while somebody waits for the feed; 20 ms unless said.</summary>
    public TimeSpan FollowInterval { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The clock that such waiting goes by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
