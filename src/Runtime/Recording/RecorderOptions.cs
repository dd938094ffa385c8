namespace Daybook;

/// <summary>How a recorder works.</summary>
public sealed record RecorderOptions
{
    /// <summary>The settings of a recorder that is given none.</summary>
    public static RecorderOptions Default { get; } = new();

    /// <summary>The metadata of every event, unless a call brings its own.</summary>
    public EventMetadata? Metadata { get; init; }

    /// <summary>Stamps events and times retries.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How often an append is tried while the store is unavailable; at least 1, and 5 unless said.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; it doubles from one to the next. 50 ms unless said.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How <c>UpdateAsync</c> loads the state.</summary>
    public LoadOptions Load { get; init; } = LoadOptions.Default;

    /// <summary>Takes snapshots of the stream as it grows, off the way of the appends; null for none.</summary>
    public SnapshotPolicy? Snapshots { get; init; }

    /// <summary>How often <c>UpdateAsync</c> loads and decides anew when others append in between; 10 unless said.</summary>
    public int MaxConflicts { get; init; } = 10;
}
