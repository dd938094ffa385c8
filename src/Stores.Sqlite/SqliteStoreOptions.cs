namespace Daybook;

/// <summary>How an SQLite store is opened.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>Opens for reading only: makes no file, changes none, and follows whoever writes.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// What an append survives that does not say so itself. <see cref="Durability.Flushed"/> is SQLite's <c>synchronous=FULL</c>,
    /// <see cref="Durability.Written"/> its <c>NORMAL</c>.
    /// </summary>
    public Durability Durability { get; init; } = Durability.Flushed;

    /// <summary>Whether new streams get a hash chain: see <see cref="StreamInfo.Hash"/>.</summary>
    public bool Chained { get; init; }

    /// <summary>How long to wait for another process that writes, before a <see cref="StoreUnavailableException"/>; 10 seconds unless said.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a wait for the feed looks for what other processes wrote; 100 milliseconds unless said.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The clock of those waits, and of what the store records of its own accord.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
