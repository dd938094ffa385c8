namespace Daybook.Stores.Memory;

/// <summary>One stream of a memory store. Its user holds the store's lock.</summary>
internal sealed class MemoryStreamLog(string streamId, string? category, EventTypeTable types) : IRecordedContent
{
    private readonly List<MemoryChunk> _chunks = [];
    private long _firstTimestamp;
    private long _lastTimestamp;
    private ChainHash? _hash;
    private ChainHash? _hashBefore;
    private EventId _greatestId;
    private bool _hasOtherIds;

    // Built when an id first comes that is not plainly new; most streams never need it.
    private Dictionary<EventId, long>? _sequences;

    internal string StreamId { get; } = streamId;

    internal string? Category { get; } = category;

    internal long Version { get; private set; }

    internal long FirstSequence { get; private set; }

    internal EventId Incarnation { get; private set; }

    internal StreamInfo Info() => new()
    {
        StreamId = StreamId,
        Version = Version,
        FirstSequence = FirstSequence,
        Category = Category,
        FirstTimestamp = new(_firstTimestamp, TimeSpan.Zero),
        LastTimestamp = new(_lastTimestamp, TimeSpan.Zero),
        Incarnation = Incarnation,
        Hash = _hash,
        HashBefore = _hashBefore,
    };

    /// <summary>Says how the stream begins, before its first event.</summary>
    internal void Begin(StreamOrigin? origin, in PendingEvent first, bool isChained)
    {
        Version = FirstSequence = origin?.FirstSequence ?? 0;
        Incarnation = origin?.Incarnation ?? first.Id;
        _firstTimestamp = origin?.FirstTimestampTicks ?? first.TimestampTicks;
        _hash = _hashBefore = origin is null ? (isChained ? default(ChainHash) : null) : origin.HashBefore;
    }

    internal ref readonly RecordedEvent At(long sequence)
    {
        MemoryChunk chunk = ChunkOf(sequence);
        return ref chunk.Events[sequence - chunk.FirstSequence];
    }

    /// <summary>The payload of an event, and the chain hash behind it if there is one.</summary>
    internal ReadOnlySpan<byte> BytesAt(long sequence)
    {
        MemoryChunk chunk = ChunkOf(sequence);
        return chunk.BytesOf(chunk.Events[sequence - chunk.FirstSequence]);
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
    internal void Add(in PendingEvent pending, ReadOnlySpan<byte> payload, int typeIndex, long offset, EventChain? chain)
    {
        int bytes = payload.Length;
        if (_hash is { } previous)
        {
            _hash = chain!.Next(previous, StreamId, Version, pending, payload);
            bytes += ChainHash.Size;
        }

        MemoryChunk? chunk = _chunks.Count == 0 ? null : _chunks[^1];
        if (chunk is null || !chunk.TryReserve(bytes, out int start))
        {
            chunk = new(Version, bytes);
            _chunks.Add(chunk);
            _ = chunk.TryReserve(bytes, out start);
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
                IsChained = _hash is not null,
            },
            payload,
            _hash ?? default);
        _sequences?.Add(pending.Id, Version);
        _lastTimestamp = pending.TimestampTicks;
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

    /// <summary>Removes the events before a sequence.</summary>
    internal void Truncate(long firstSequence)
    {
        if (_hash is not null)
        {
            _hashBefore = HashAt(firstSequence - 1);
        }

        FirstSequence = firstSequence;
        _ = _chunks.RemoveAll(chunk => chunk.FirstSequence + chunk.Count <= firstSequence);
        _sequences = null;
    }

    /// <summary>Puts another type and payload in an event's place.</summary>
    internal void Replace(long sequence, int typeIndex, ReadOnlySpan<byte> payload)
    {
        int index = _chunks.IndexOf(ChunkOf(sequence));
        _chunks[index] = _chunks[index].With(sequence, typeIndex, payload);
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
            _sequences = new((int)Math.Min(Version - FirstSequence, int.MaxValue));
            foreach (MemoryChunk chunk in _chunks)
            {
                int hidden = (int)Math.Max(0, FirstSequence - chunk.FirstSequence);
                foreach (ref readonly RecordedEvent recorded in chunk.Events.AsSpan(hidden, chunk.Count - hidden))
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
        offset = recorded.Offset;
        return recorded.Id == pending.Id
            && RepeatedAppend.IsSame(types[recorded.TypeIndex], BytesAt(sequence)[..recorded.PayloadLength], pending, payload);
    }

    private ChainHash HashAt(long sequence) => new(BytesAt(sequence)[^ChainHash.Size..]);
}
