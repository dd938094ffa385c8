namespace Daybook;

/// <summary>An append is larger than its store takes; nothing was written.</summary>
public sealed class StoreLimitException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="what">What is too large, such as "payload of event 3 (cart.opened@1)".</param>
    /// <param name="actual">How large it is.</param>
    /// <param name="limit">How large it may be.</param>
    public StoreLimitException(string streamId, string what, long actual, long limit)
        : base($"The {what} for stream '{streamId}' is {actual}, over this store's limit of {limit}; split it, or store large content elsewhere and record a reference.")
    {
        StreamId = streamId;
        Actual = actual;
        Limit = limit;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>How large it is.</summary>
    public long Actual { get; }

    /// <summary>How large it may be.</summary>
    public long Limit { get; }
}
