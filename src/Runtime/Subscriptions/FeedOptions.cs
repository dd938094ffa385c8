namespace Daybook;

/// <summary>How subscriptions and views read the feed.</summary>
public record FeedOptions
{
    /// <summary>The settings where none are given.</summary>
    public static FeedOptions Default { get; } = new();

    /// <summary>The greatest number of events read at once; 1000 unless said.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>
    /// The wait before the second attempt when the store cannot be reached (<see cref="StoreUnavailableException"/>); it doubles up to
    /// <see cref="MaxRetryDelay"/>, and there is no last attempt. 100 ms unless said.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two attempts; 30 s unless said.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The records that <see cref="Envelope.Event"/> may decode to; none are needed for the rest.</summary>
    public EventCatalog Catalog { get; init; } = EventCatalog.Empty;

    /// <summary>Times waits and intervals, and stamps what is saved.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Check(string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PageSize, parameter);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryDelay, TimeSpan.Zero, parameter);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRetryDelay, RetryDelay, parameter);
        ArgumentNullException.ThrowIfNull(Catalog, parameter);
        ArgumentNullException.ThrowIfNull(TimeProvider, parameter);
    }
}
