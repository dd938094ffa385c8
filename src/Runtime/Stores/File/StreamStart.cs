namespace Daybook.Stores;

/// <summary>Makes what a segment that is written to first knows of a stream.</summary>
internal static class StreamStart
{
    /// <summary>The stream at the segment's next slot: a new one, or one that goes on from an earlier segment.</summary>
    internal static LiveStream In(LiveSegment segment, AppendBatch? batch, StreamHead? head, bool isChained)
    {
        if (head is null)
        {
            return New(segment, batch!, isChained);
        }

        var before = head as LiveStream;
        return new()
        {
            Id = head.Id,
            Hash = before?.Hash ?? StreamHash.Of(head.Id),
            Category = head.Category,
            Segment = segment.Header.Number,
            Slot = segment.Streams.Count,
            PreviousSegment = head.Segment,
            PreviousSlot = head.Slot,
            SegmentSequence = head.Version,
            Version = head.Version,
            FirstSequence = head.FirstSequence,
            FirstTimestamp = head.FirstTimestamp,
            LastTimestamp = head.LastTimestamp,
            FirstOffset = head.FirstOffset,
            Incarnation = head.Incarnation,
            GreatestId = head.GreatestId,
            Chain = head.Chain,
            CommittedVersion = head.VisibleVersion,
            CommittedFirstSequence = head.VisibleFirstSequence,
            CommittedTimestamp = head.VisibleTimestamp,
            CommittedChain = head.VisibleChain,
        };
    }

    private static LiveStream New(LiveSegment segment, AppendBatch batch, bool isChained)
    {
        StreamOrigin? origin = batch.Origin;
        long firstSequence = origin?.FirstSequence ?? 0;
        bool isOrdinary = firstSequence == 0;
        ChainHash? hashBefore = origin is null ? (isChained ? default(ChainHash) : null) : origin.HashBefore;
        return new()
        {
            Id = batch.StreamId,
            Hash = StreamHash.Of(batch.StreamId),
            Category = batch.Category,
            Segment = segment.Header.Number,
            Slot = segment.Streams.Count,
            SegmentSequence = firstSequence,
            Version = firstSequence,
            FirstSequence = firstSequence,
            CommittedFirstSequence = firstSequence,
            FirstTimestamp = isOrdinary ? 0 : origin!.FirstTimestampTicks,
            LastTimestamp = isOrdinary ? 0 : origin!.FirstTimestampTicks,
            FirstOffset = segment.NextOffset,
            Incarnation = isOrdinary ? default : origin!.Incarnation,
            Chain = hashBefore is { } hash ? new(hash, hash) : null,
        };
    }
}
