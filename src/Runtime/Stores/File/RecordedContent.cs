namespace Daybook.Stores;

/// <summary>A stream as <see cref="RepeatedAppend"/> looks at it, with what is still on its way to disk. Under the store's lock.</summary>
internal sealed class RecordedContent(SegmentLog log, GroupCommit commit, StreamHead head) : IRecordedContent
{
    public long SequenceOf(EventId id)
    {
        for (StreamHead? part = head; part is not null; part = Previous(part, head.FirstSequence))
        {
            Dictionary<EventId, long>? ids = null;
            if (part is LiveStream live)
            {
                ids = live.Ids ??= Read(live);
            }
            else if (MayHold(part, id))
            {
                ids = Read(part);
            }

            if (ids is not null && ids.TryGetValue(id, out long sequence))
            {
                // An id lives as long as its event.
                return sequence >= head.FirstSequence ? sequence : -1;
            }
        }

        return -1;
    }

    public bool Matches(long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload, out long offset)
    {
        offset = -1;
        if (sequence >= head.Version)
        {
            return false;
        }

        using PageBuilder page = EventAt(sequence);
        page.Replace(log.Replaced);
        ref readonly RecordedEvent recorded = ref page.Events[0];
        offset = recorded.Offset;
        return recorded.Id == pending.Id && RepeatedAppend.IsSame(log.Types[recorded.TypeIndex], page.PayloadOf(recorded), pending, payload);
    }

    /// <summary>A page of one event that the stream has, as it was appended.</summary>
    internal PageBuilder EventAt(long sequence)
    {
        PageBuilder page = Page(log.PartOf(head, sequence), sequence, sequence + 1);
        if (page.Events is [{ Sequence: var found }] && found == sequence)
        {
            return page;
        }

        page.Dispose();
        throw new CorruptEventException($"Event {sequence} of stream '{head.Id}' is missing", log.Segments[head.Segment - 1].Path, 0, -1);
    }

    // What was truncated may be there no more.
    private StreamHead? Previous(StreamHead part, long firstSequence) =>
        part.PreviousSegment == 0 || part.SegmentSequence <= firstSequence ? null : log.HeadAt(part.PreviousSegment, part.PreviousSlot);

    private bool MayHold(StreamHead part, EventId id)
    {
        if (id.Version == 7)
        {
            return !part.LeastHere.IsEmpty && id >= part.LeastHere && id <= part.GreatestHere;
        }

        Segment segment = log.Segments[part.Segment - 1];
        return log.Indexes.Of(segment).MayHold(StreamHash.Of(id));
    }

    private Dictionary<EventId, long> Read(StreamHead part)
    {
        var ids = new Dictionary<EventId, long>();
        for (long from = part.SegmentSequence; from < part.Version;)
        {
            using PageBuilder page = Page(part, from, part.Version);
            if (page.Events.IsEmpty)
            {
                break;
            }

            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                // An id whose event was truncated may have come again: the last one counts.
                ids[recorded.Id] = recorded.Sequence;
            }

            from = page.Events[^1].Sequence + 1;
        }

        return ids;
    }

    private PageBuilder Page(StreamHead part, long from, long before)
    {
        Segment segment = log.Segments[part.Segment - 1];
        int maxCount = (int)Math.Min(before - from, PageBuilder.MaxEvents);
        List<int> positions = log.GroupsOf(part, from, before, maxCount);
        using IStoreFile? file = log.Files.Exists(segment.Path) ? log.Files.OpenRead(segment.Path) : null;
        int end = segment.Live?.End ?? segment.CommittedEnd;
        var page = new PageBuilder(new PendingBytes(segment, commit, file), segment, end, MetadataCache.None);
        page.AddStream(part.Id, positions, from, before, maxCount);
        return page;
    }
}
