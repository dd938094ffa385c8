namespace Daybook.Stores;

/// <summary>What is known of a stream at the end of a segment.</summary>
internal class StreamHead
{
    internal required string Id { get; init; }

    internal required string? Category { get; init; }

    internal required int Segment { get; init; }

    internal required int Slot { get; init; }

    internal long Version { get; set; }

    internal long FirstSequence { get; set; }

    internal long FirstTimestamp { get; set; }

    internal long LastTimestamp { get; set; }

    internal EventId Incarnation { get; set; }

    /// <summary>The greatest version 7 id of the stream; empty when it has none.</summary>
    internal EventId GreatestId { get; set; }

    /// <summary>The offset of the first event ever: no other incarnation of any stream has it.</summary>
    internal long FirstOffset { get; set; }

    /// <summary>Where the stream stands in an earlier segment; segment 0 when it began in this one.</summary>
    internal int PreviousSegment { get; init; }

    internal int PreviousSlot { get; init; }

    /// <summary>The sequence of the stream's first event in this segment.</summary>
    internal long SegmentSequence { get; init; }

    internal EventId LeastHere { get; set; }

    internal EventId GreatestHere { get; set; }

    internal bool IsDeleted { get; set; }

    /// <summary>The stream's hash chain; null when it has none.</summary>
    internal StreamChain? Chain { get; set; }

    /// <summary>The version that readers may see; so with the others below.</summary>
    internal virtual long VisibleVersion => Version;

    internal virtual long VisibleFirstSequence => FirstSequence;

    internal virtual long VisibleTimestamp => LastTimestamp;

    internal virtual StreamChain? VisibleChain => Chain;
}
