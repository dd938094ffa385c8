namespace Daybook;

/// <summary>What a verification has seen.</summary>
public sealed record IntegrityReport
{
    /// <summary>How many chained streams were walked, Daybook's own included.</summary>
    public long Streams { get; init; }

    /// <summary>How many events were checked.</summary>
    public long Events { get; init; }

    /// <summary>How many streams have no chain, and so were not checked.</summary>
    public long Unchained { get; init; }

    /// <summary>How many of the events are redacted.</summary>
    public long Redacted { get; init; }

    /// <summary>How many anchored streams were truncated beyond the anchor since.</summary>
    public long Truncated { get; init; }

    /// <summary>How many anchored streams were deleted since, with a tombstone.</summary>
    public long Deleted { get; init; }

    /// <summary>What was found first; null when nothing is wrong.</summary>
    public IntegrityProblem? Problem { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Problem is null;
}
