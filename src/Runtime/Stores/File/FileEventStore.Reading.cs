using System.Collections.Immutable;

namespace Daybook.Stores;

public sealed partial class FileEventStore
{
    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new(StreamPage(streamId, fromSequence, Math.Min(maxCount, PageBuilder.MaxEvents)));
            }
            catch (SegmentReplacedException)
            {
                LookAgain();
            }
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        long next = fromOffset;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (FeedPage(ref next, Math.Min(maxCount, PageBuilder.MaxEvents)) is { } page)
                {
                    return new(page);
                }
            }
            catch (SegmentReplacedException)
            {
                LookAgain();
            }
        }
    }

    private EventPage StreamPage(string streamId, long fromSequence, int wanted)
    {
        StreamHead? head;
        Segment segment;
        List<int> positions;
        ImmutableDictionary<long, Replacement> replaced;
        long version;
        long firstSequence;
        int end;
        long from;
        lock (_log.Gate)
        {
            _follower?.Refresh();
            head = _log.Find(streamId, committed: true);
            if (head is null)
            {
                return EmptyPage(fromSequence);
            }

            version = head.VisibleVersion;
            firstSequence = head.VisibleFirstSequence;
            from = Math.Max(fromSequence, firstSequence);
            if (from >= version)
            {
                return EmptyPage(from, version, firstSequence, head.Incarnation);
            }

            StreamHead part = _log.PartOf(head, from);
            segment = _log.Segments[part.Segment - 1];
            positions = _log.GroupsOf(part, from, version, wanted);
            end = segment.CommittedEnd;
            replaced = _log.Replaced;
        }

        using SegmentHandle file = _handles.Open(segment);
        using var page = new PageBuilder(file, segment, end, _metadata);
        page.AddStream(head.Id, positions, from, version, wanted);
        if (page.Count == 0)
        {
            throw new CorruptEventException($"The events of stream '{streamId}' from sequence {from} are missing", segment.Path, 0, -1);
        }

        page.Replace(replaced);
        return page.ToPage(_log.Types, page.Events[^1].Sequence + 1, version, firstSequence, head.Incarnation);
    }

    // Reads from one segment; null when the feed goes on at another offset.
    private EventPage? FeedPage(ref long next, int wanted)
    {
        Segment segment;
        ImmutableDictionary<long, Replacement> replaced;
        int position;
        int end;
        bool isLast;
        long segmentEnd;
        lock (_log.Gate)
        {
            _follower?.Refresh();
            segment = SegmentOf(next);
            position = segment.Live?.PositionOf(next) ?? _log.Indexes.Of(segment).PositionOf(next);
            end = segment.CommittedEnd;
            segmentEnd = segment.CommittedOffset;
            isLast = _log.IsLastWithGroups(segment);
            replaced = _log.Replaced;
        }

        if (end > SegmentHeader.Size)
        {
            var streams = new Dictionary<int, FeedStream>();
            using SegmentHandle file = _handles.Open(segment);
            using var page = new PageBuilder(file, segment, end, _metadata);
            next = page.AddFeed(position, next, wanted, StreamOf, out bool isAtEnd);
            next = isAtEnd ? Math.Max(next, segmentEnd) : next;
            if (page.Count > 0)
            {
                page.Replace(replaced);
                return page.ToPage(_log.Types, next);
            }

            if (!isAtEnd)
            {
                return null;
            }

            FeedStream StreamOf(int slot)
            {
                if (!streams.TryGetValue(slot, out FeedStream stream))
                {
                    stream = _log.FeedStreamOf(segment, slot);
                    streams.Add(slot, stream);
                }

                return stream;
            }
        }

        next = Math.Max(next, segmentEnd);
        return isLast ? EmptyPage(next) : null;
    }

    // A segment was rewritten between the look into the index and the look into its file.
    private void LookAgain()
    {
        lock (_log.Gate)
        {
            _follower?.Reload();
        }

        _handles.CloseReplaced();
    }

    private EventPage EmptyPage(long next, long version = 0, long firstSequence = 0, EventId incarnation = default) => new(_log.Types, [], 0, 0, [], next)
    {
        StreamVersion = version,
        FirstSequence = firstSequence,
        Incarnation = incarnation,
    };

    private Segment SegmentOf(long offset)
    {
        int low = 0;
        int high = _log.Segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_log.Segments[middle].Header.FirstOffset <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _log.Segments[low];
    }
}
