using System.Buffers;
using System.Collections.Immutable;

namespace Daybook.Stores;

/// <summary>Reads groups into one buffer and describes the events in them.</summary>
internal sealed class PageBuilder(IByteSource source, Segment segment, int end, MetadataCache metadataCache) : IDisposable
{
    internal const int MaxEvents = 8192;
    private const int MaxBytes = 1024 * 1024;
    private const int LargestGap = 4096;
    private const int ReadAhead = 128 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private RecordedEvent[] _events = ArrayPool<RecordedEvent>.Shared.Rent(16);
    private EventMetadata?[] _metadata = [];
    private int _length;
    private int _windowStart;
    private int _windowPosition;

    internal int Count { get; private set; }

    internal ReadOnlySpan<RecordedEvent> Events => _events.AsSpan(0, Count);

    internal bool IsFull => _length > MaxBytes;

    internal ReadOnlySpan<byte> PayloadOf(in RecordedEvent recorded) => _buffer.AsSpan(recorded.PayloadStart, recorded.PayloadLength);

    internal ChainHash? HashOf(in RecordedEvent recorded) =>
        recorded.IsChained ? new(_buffer.AsSpan(recorded.PayloadStart + recorded.PayloadLength, ChainHash.Size)) : null;

    /// <summary>Adds a stream's events from the groups at some positions.</summary>
    internal void AddStream(string streamId, List<int> positions, long from, long before, int maxCount)
    {
        int run = -1;
        for (int i = 0; i < positions.Count && Count < maxCount && !IsFull; i++)
        {
            int position = positions[i];
            if (i > run)
            {
                run = i;
                while (run + 1 < positions.Count && positions[run + 1] - positions[run] <= LargestGap && positions[run + 1] - position < ReadAhead)
                {
                    run++;
                }
            }

            int start = Load(position, positions[run] - position + 256, out int length);
            var reader = new ByteReader(_buffer.AsSpan(start, length)[GroupFormat.FrameSize..]);
            try
            {
                GroupHead head = GroupScanner.ReadHead(ref reader, segment.Header, target: null, types: null);
                AddEvents(ref reader, start, head, streamId, from - head.Sequence, before - head.Sequence, maxCount);
            }
            catch (InvalidDataException exception)
            {
                throw Corrupt(exception.Message, position, exception);
            }
        }
    }

    /// <summary>Adds events of all streams in a row; the answer is the offset to go on with.</summary>
    internal long AddFeed(int position, long from, int maxCount, Func<int, FeedStream> streamOf, out bool isAtEnd)
    {
        long next = from;
        while (position < end && Count < maxCount && (!IsFull || (Count == 0 && next == from)))
        {
            if (IsFull)
            {
                // Deletions have no offset to go on with, so the walk must go past them however many there are.
                _length = _windowStart = 0;
                _windowPosition = position;
            }

            int start = Load(position, ReadAhead, out int length);
            var reader = new ByteReader(_buffer.AsSpan(start, length)[GroupFormat.FrameSize..]);
            try
            {
                GroupHead head = GroupScanner.ReadHead(ref reader, segment.Header, target: null, types: null);
                if (head.Kind == GroupFormat.Append)
                {
                    FeedStream stream = streamOf(head.Slot);
                    long first = Math.Max(from - head.Offset, stream.From - head.Sequence);
                    int read = AddEvents(ref reader, start, head, stream.Id, first, long.MaxValue, maxCount);
                    next = Math.Max(next, head.Offset + read);
                }
            }
            catch (InvalidDataException exception)
            {
                throw Corrupt(exception.Message, position, exception);
            }

            position += length;
        }

        isAtEnd = position >= end && Count < maxCount;
        return next;
    }

    /// <summary>Puts in events' places what stands there by now. Nothing can be added any more.</summary>
    internal void Replace(ImmutableDictionary<long, Replacement> replaced)
    {
        if (replaced.IsEmpty)
        {
            return;
        }

        foreach (ref RecordedEvent recorded in _events.AsSpan(0, Count))
        {
            if (!replaced.TryGetValue(recorded.Offset, out Replacement? replacement))
            {
                continue;
            }

            int start = _length;
            int length = replacement.Payload.Length;
            Reserve(length + ChainHash.Size);
            replacement.Payload.CopyTo(_buffer, start);
            if (recorded.IsChained)
            {
                _buffer.AsSpan(recorded.PayloadStart + recorded.PayloadLength, ChainHash.Size).CopyTo(_buffer.AsSpan(start + length));
            }

            _length = start + length + ChainHash.Size;
            recorded = recorded with { TypeIndex = replacement.TypeIndex, PayloadStart = start, PayloadLength = length };
        }
    }

    internal EventPage ToPage(EventTypeTable types, long next, long version = 0, long firstSequence = 0, EventId incarnation = default)
    {
        var page = new PooledEventPage(types, _events, Count, _buffer, next)
        {
            StreamVersion = version,
            FirstSequence = firstSequence,
            Incarnation = incarnation,
        };
        _events = [];
        _buffer = [];
        return page;
    }

    public void Dispose()
    {
        PooledEventPage.Return(_events, Count, _buffer);
        _events = [];
        _buffer = [];
    }

    // Returns how many of the group's events have been seen to.
    private int AddEvents(ref ByteReader reader, int start, in GroupHead head, string? streamId, long first, long before, int maxCount)
    {
        int tableCount = head.HasMetadata ? ReadMetadata(ref reader, streamId is not null) : 0;
        int count = GroupScanner.ReadEventCount(ref reader);
        long timestamp = head.Timestamp;
        long last = Math.Min(count, before);
        if (_events.Length - Count < count)
        {
            Grow(count);
        }

        for (int i = 0; i < last; i++)
        {
            if (Count >= maxCount)
            {
                return i;
            }

            EventId id = GroupScanner.ReadEvent(ref reader, ref timestamp, out int type, out int metadata, out int length, out bool isChained);
            int payload = start + GroupFormat.FrameSize + reader.Position;
            _ = reader.Bytes(isChained ? length + ChainHash.Size : length);
            if (i < first || streamId is null)
            {
                continue;
            }

            if (metadata >= tableCount)
            {
                throw new InvalidDataException("An event has metadata that its record does not hold");
            }

            _events[Count++] = new()
            {
                StreamId = streamId,
                Sequence = head.Sequence + i,
                Offset = head.Offset + i,
                Id = id,
                TimestampTicks = timestamp,
                TypeIndex = type,
                Metadata = metadata < 0 ? null : _metadata[metadata],
                PayloadStart = payload,
                PayloadLength = length,
                IsChained = isChained,
            };
        }

        return (int)last;
    }

    private int ReadMetadata(ref ByteReader reader, bool isWanted)
    {
        int count = reader.Count();
        if (count > reader.Remaining)
        {
            throw new InvalidDataException("A record says more metadata than it can hold");
        }

        if (_metadata.Length < count)
        {
            _metadata = new EventMetadata?[count];
        }

        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> bytes = reader.Bytes(reader.Count());
            _metadata[i] = isWanted ? metadataCache.Decode(bytes) : null;
        }

        return count;
    }

    private int Load(int position, int ahead, out int length)
    {
        if (position < _windowPosition || position > _windowPosition + _length - _windowStart)
        {
            _windowStart = _length;
            _windowPosition = position;
        }

        if (!TryHave(position, GroupFormat.FrameSize, ahead))
        {
            throw Corrupt("A record is missing", position, null);
        }

        int start = _windowStart + position - _windowPosition;
        length = GroupFrame.LengthOf(_buffer.AsSpan(start, GroupFormat.FrameSize), end - position);
        if (length == 0 || !TryHave(position, length, ahead) || !GroupFrame.IsSound(_buffer.AsSpan(start, length)))
        {
            throw Corrupt("A record is damaged", position, null);
        }

        return start;
    }

    private bool TryHave(int position, int length, int ahead)
    {
        int windowEnd = _windowPosition + _length - _windowStart;
        if (position + length <= windowEnd)
        {
            return true;
        }

        int wanted = Math.Min(end, position + Math.Max(length, ahead)) - windowEnd;
        if (wanted <= 0 || position + length > end)
        {
            return false;
        }

        Reserve(wanted);
        _length += source.ReadAt(_buffer.AsSpan(_length, wanted), windowEnd);
        return position + length <= _windowPosition + _length - _windowStart;
    }

    private void Reserve(int length)
    {
        if (_buffer.Length - _length < length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + length, Math.Min(_buffer.Length * 2, MaxBytes)));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }

    private void Grow(int count)
    {
        RecordedEvent[] larger = ArrayPool<RecordedEvent>.Shared.Rent(Math.Max(Count + count, _events.Length * 2));
        Events.CopyTo(larger);
        ArrayPool<RecordedEvent>.Shared.Return(_events, clearArray: true);
        _events = larger;
    }

    private CorruptEventException Corrupt(string message, int position, Exception? inner) =>
        new(message, segment.Path, position, Count == 0 ? -1 : _events[Count - 1].Offset + 1, inner);
}
