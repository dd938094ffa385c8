using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Stores;

public sealed partial class FileEventStore
{
    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        int wanted = Math.Min(maxCount, PageBuilder.MaxEvents);
        StreamHead? head;
        StreamHead part;
        Segment segment;
        List<int> positions;
        long version;
        int end;
        long from;
        lock (_log.Gate)
        {
            _follower?.Refresh();
            head = _log.Find(streamId, committed: true);
            version = head is null ? 0 : SegmentLog.VersionOf(head);
            from = Math.Max(fromSequence, head?.FirstSequence ?? 0);
            if (head is null || from >= version)
            {
                return new(EmptyPage(head is null ? fromSequence : from, version, head));
            }

            part = _log.PartOf(head, from);
            segment = _log.Segments[part.Segment - 1];
            positions = _log.GroupsOf(part, from, version, wanted);
            end = segment.CommittedEnd;
        }

        using SegmentHandle file = _handles.Open(segment);
        using var page = new PageBuilder(file, segment, end, _metadata);
        page.AddStream(head.Id, positions, from, version, wanted);
        if (page.Count == 0)
        {
            throw new CorruptEventException($"The events of stream '{streamId}' from sequence {from} are missing", segment.Path, 0, -1);
        }

        EventPage result = page.ToPage(_log.Types, page.Events[^1].Sequence + 1, version, head);
        return new(result);
    }

    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        int wanted = Math.Min(maxCount, PageBuilder.MaxEvents);
        long next = fromOffset;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Segment segment;
            int position;
            int end;
            bool isLast;
            long segmentEnd;
            lock (_log.Gate)
            {
                _follower?.Refresh();
                segment = SegmentOf(next);
                position = segment.Live?.PositionOf(next) ?? _log.IndexOf(segment).PositionOf(next);
                end = segment.CommittedEnd;
                segmentEnd = segment.CommittedOffset;
                isLast = _log.IsLastWithGroups(segment);
            }

            if (end > SegmentHeader.Size)
            {
                var streams = new Dictionary<int, string?>();
                using SegmentHandle file = _handles.Open(segment);
                using var page = new PageBuilder(file, segment, end, _metadata);
                next = page.AddFeed(position, next, wanted, StreamOf, out bool isAtEnd);
                next = isAtEnd ? Math.Max(next, segmentEnd) : next;
                if (page.Count > 0)
                {
                    return new(page.ToPage(_log.Types, next, 0, null));
                }

                if (!isAtEnd)
                {
                    continue;
                }

                string? StreamOf(int slot)
                {
                    if (!streams.TryGetValue(slot, out string? id))
                    {
                        id = _log.FeedStreamOf(segment, slot);
                        streams.Add(slot, id);
                    }

                    return id;
                }
            }

            if (isLast)
            {
                return new(EmptyPage(next, 0, null));
            }
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken)
    {
        lock (_log.Gate)
        {
            _follower?.Refresh();
            return new(_log.Segments[^1].CommittedOffset);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken)
    {
        lock (_log.Gate)
        {
            _follower?.Refresh();
            return new(_log.Find(streamId, committed: true) is { } head ? InfoOf(head) : null);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        // A stream is listed where it began, which is one place for good, however far it moves while pages are read.
        int number = 1;
        int slot = 0;
        if (continuation is not null)
        {
            string[] parts = continuation.Split('.');
            if (parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out slot)
                || number < 1)
            {
                throw new ArgumentException("The continuation is none that a listing of this store has given.", nameof(continuation));
            }
        }

        bool wantsSystem = StreamId.IsSystem(prefix);
        ImmutableArray<StreamInfo>.Builder streams = ImmutableArray.CreateBuilder<StreamInfo>();
        lock (_log.Gate)
        {
            _follower?.Refresh();
            for (; number <= _log.Segments.Count; number++, slot = 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Segment segment = _log.Segments[number - 1];
                int count = segment.Live?.Streams.Count ?? _log.IndexOf(segment).Head.StreamCount;
                for (; slot < count; slot++)
                {
                    string id = segment.Live?.Streams.IdOf(slot) ?? _log.IndexOf(segment).IdOf(slot);
                    if (!id.StartsWith(prefix, StringComparison.Ordinal) || StreamId.IsSystem(id) != wantsSystem)
                    {
                        continue;
                    }

                    StreamHead origin = _log.HeadAt(number, slot);
                    if (origin.PreviousSegment != 0 || _log.Find(id, committed: true) is not { } head || head.FirstOffset != origin.FirstOffset)
                    {
                        continue;
                    }

                    if (streams.Count == maxCount)
                    {
                        return new(new StreamListing(streams.ToImmutable(), string.Create(CultureInfo.InvariantCulture, $"{number}.{slot}")));
                    }

                    streams.Add(InfoOf(head));
                }
            }
        }

        return new(new StreamListing(streams.ToImmutable(), Continuation: null));
    }

    private static StreamInfo InfoOf(StreamHead head) => new()
    {
        StreamId = head.Id,
        Version = SegmentLog.VersionOf(head),
        FirstSequence = head.FirstSequence,
        Category = head.Category,
        FirstTimestamp = new(head.FirstTimestamp, TimeSpan.Zero),
        LastTimestamp = new(head is LiveStream live ? live.CommittedTimestamp : head.LastTimestamp, TimeSpan.Zero),
        Incarnation = head.Incarnation,
    };

    private EventPage EmptyPage(long next, long version, StreamHead? head) => new(_log.Types, [], 0, 0, [], next)
    {
        StreamVersion = version,
        FirstSequence = head?.FirstSequence ?? 0,
        Incarnation = head?.Incarnation ?? default,
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
