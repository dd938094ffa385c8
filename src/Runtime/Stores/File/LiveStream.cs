namespace Daybook.Stores;

/// <summary>A stream in the segment that is written to.</summary>
internal sealed class LiveStream : StreamHead
{
    internal required ulong Hash { get; init; }

    internal List<GroupMark> Groups { get; } = [];

    internal long CommittedVersion { get; set; }

    internal long CommittedFirstSequence { get; set; }

    internal long CommittedTimestamp { get; set; }

    internal StreamChain? CommittedChain { get; set; }

    internal bool CommittedDeletion { get; set; }

    /// <summary>The stream in the next segment, which sees what is committed here.</summary>
    internal LiveStream? Successor { get; set; }

    /// <summary>All ids that the stream has in this segment, once somebody had to look.</summary>
    internal Dictionary<EventId, long>? Ids { get; set; }

    internal override long VisibleVersion => CommittedVersion;

    internal override long VisibleFirstSequence => CommittedFirstSequence;

    internal override long VisibleTimestamp => CommittedTimestamp;

    internal override StreamChain? VisibleChain => CommittedChain;

    /// <summary>Drops the events before a sequence; null for the hash before it in a stream without a chain.</summary>
    internal void Truncate(long firstSequence, ChainHash? hashBefore)
    {
        FirstSequence = firstSequence;
        if (Chain is not null && hashBefore is { } before)
        {
            Chain = Chain with { Before = before };
        }
    }

    internal bool IsVisible => CommittedVersion > 0 && !CommittedDeletion;
}
