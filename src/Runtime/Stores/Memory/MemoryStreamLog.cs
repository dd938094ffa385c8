using Daybook.Schema;

namespace Daybook.Stores.Memory;

/// <summary>One stream of a memory store. Its user holds the store's lock.</summary>
internal sealed class MemoryStreamLog(string streamId, string? category, EventTypeTable types) : IRecordedContent
{
    private readonly List<MemoryChunk> _chunks = [];
    private EventId _greatestId;
    private bool _hasOtherIds;

    // Built when an id first comes that is not plainly new; most streams never need it.
    private Dictionary<EventId, long>? _sequences;

    internal string StreamId { get; } = streamId;

    internal string? Category { get; } = category;

    internal long Version { get; private set; }

    internal EventId Incarnation => Version == 0 ? default : At(0).Id;

    internal StreamInfo Info() => new()
    {
        StreamId = StreamId,
        Version = Version,
        FirstSequence = 0,
        Category = Category,
        FirstTimestamp = new(At(0).TimestampTicks, TimeSpan.Zero),
        LastTimestamp = new(At(Version - 1).TimestampTicks, TimeSpan.Zero),
        Incarnation = Incarnation,
    };

    internal ref readonly RecordedEvent At(long sequence)
    {
        MemoryChunk chunk = ChunkOf(sequence);
        return ref chunk.Events[sequence - chunk.FirstSequence];
    }

    internal ReadOnlySpan<byte> PayloadAt(long sequence)
    {
        MemoryChunk chunk = ChunkOf(sequence);
        ref readonly RecordedEvent recorded = ref chunk.Events[sequence - chunk.FirstSequence];
        return chunk.Payloads.AsSpan(recorded.PayloadStart, recorded.PayloadLength);
    }

    internal MemoryChunk ChunkOf(long sequence)
    {
        int low = 0;
        int high = _chunks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_chunks[middle].FirstSequence <= sequence)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _chunks[low];
    }

    /// <summary>Adds an event at the end.</summary>
    internal void Add(in PendingEvent pending, ReadOnlySpan<byte> payload, int typeIndex, long offset)
    {
        MemoryChunk? chunk = _chunks.Count == 0 ? null : _chunks[^1];
        if (chunk is null || !chunk.TryReserve(payload.Length, out int start))
        {
            chunk = new(Version, payload.Length);
            _chunks.Add(chunk);
            _ = chunk.TryReserve(payload.Length, out start);
        }

        chunk.Add(
            new()
            {
                StreamId = StreamId,
                Metadata = pending.Metadata,
                Id = pending.Id,
                Sequence = Version,
                Offset = offset,
                TimestampTicks = pending.TimestampTicks,
                TypeIndex = typeIndex,
                PayloadStart = start,
                PayloadLength = payload.Length,
            },
            payload);
        _sequences?.Add(pending.Id, Version);
        Version++;
        if (pending.Id.Version == 7)
        {
            _greatestId = pending.Id > _greatestId ? pending.Id : _greatestId;
        }
        else
        {
            _hasOtherIds = true;
        }
    }

    /// <inheritdoc/>
    public long SequenceOf(EventId id)
    {
        bool isNew = id.Version == 7 ? id > _greatestId : !_hasOtherIds;
        if (isNew)
        {
            return -1;
        }

        if (_sequences is null)
        {
            _sequences = new((int)Math.Min(Version, int.MaxValue));
            foreach (MemoryChunk chunk in _chunks)
            {
                foreach (ref readonly RecordedEvent recorded in chunk.Events.AsSpan(0, chunk.Count))
                {
                    _sequences.Add(recorded.Id, recorded.Sequence);
                }
            }
        }

        return _sequences.TryGetValue(id, out long sequence) ? sequence : -1;
    }

    /// <inheritdoc/>
    public bool Matches(long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload, out long offset)
    {
        offset = -1;
        if (sequence >= Version)
        {
            return false;
        }

        ref readonly RecordedEvent recorded = ref At(sequence);
        RecordSchema stored = types[recorded.TypeIndex];
        offset = recorded.Offset;
        return recorded.Id == pending.Id
            && stored.Version == pending.Schema.Version
            && string.Equals(stored.Name, pending.Schema.Name, StringComparison.Ordinal)
            && PayloadAt(sequence).SequenceEqual(payload);
    }
}
