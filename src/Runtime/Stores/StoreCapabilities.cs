namespace Daybook.Stores;

/// <summary>What a store can do.</summary>
public sealed record StoreCapabilities
{
    /// <summary>Whether acknowledged events survive the process.</summary>
    public required bool IsDurable { get; init; }

    /// <summary>Whether the store refuses appends and deletions.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether streams can be truncated, and begin at an <see cref="AppendBatch.Origin"/>.</summary>
    public bool CanTruncate { get; init; }

    /// <summary>Whether events can be redacted.</summary>
    public bool CanReplace { get; init; }

    /// <summary>Whether new streams get a hash chain. A stream that began with one keeps it.</summary>
    public bool IsChained { get; init; }

    /// <summary>How near the feed is to the newest event.</summary>
    public FeedGuarantee Feed { get; init; } = FeedGuarantee.Exact;
}
