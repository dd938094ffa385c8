namespace Daybook.Stores;

/// <summary>How near a store's feed is to its newest event.</summary>
public enum FeedGuarantee
{
    /// <summary>The feed shows an event as soon as it is acknowledged.</summary>
    Exact,

    /// <summary>The feed may stay behind for a while, but never skips an event.</summary>
    Trailing,
}
