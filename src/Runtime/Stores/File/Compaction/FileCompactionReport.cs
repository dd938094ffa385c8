namespace Daybook;

/// <summary>What a compaction of a file store did.</summary>
public sealed record FileCompactionReport
{
    /// <summary>How many full segments were looked at.</summary>
    public required int Segments { get; init; }

    /// <summary>How many of them were rewritten.</summary>
    public required int RewrittenSegments { get; init; }

    /// <summary>By how many bytes the segments have become smaller.</summary>
    public required long FreedBytes { get; init; }

    /// <summary>How many dead bytes stayed, because they were too small a share of their segments.</summary>
    public required long DeadBytes { get; init; }
}
