namespace Daybook.Stores;

/// <summary>What a store can do.</summary>
public sealed record StoreCapabilities
{
    /// <summary>Whether acknowledged events survive the process.</summary>
    public required bool IsDurable { get; init; }

    /// <summary>Whether the store refuses appends and deletions.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How near the feed is to the newest event.</summary>
    public FeedGuarantee Feed { get; init; } = FeedGuarantee.Exact;
}
