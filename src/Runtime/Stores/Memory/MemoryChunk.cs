namespace Daybook.Stores.Memory;

/// <summary>
/// Some consecutive events of a stream and their payloads. It only grows, and growing leaves the old arrays to whoever
/// still reads them, so a page can be a view of it.
/// </summary>
internal sealed class MemoryChunk(long firstSequence, int payloadBytes)
{
    private const int MaxEvents = 4096;
    private const int MaxPayloadBytes = 256 * 1024;

    private RecordedEvent[] _events = new RecordedEvent[4];
    private byte[] _payloads = new byte[Math.Max(128, payloadBytes)];
    private int _payloadBytes;

    internal long FirstSequence { get; } = firstSequence;

    internal int Count { get; private set; }

    internal RecordedEvent[] Events => _events;

    internal byte[] Payloads => _payloads;

    /// <summary>The payload of an event, and the chain hash behind it if there is one.</summary>
    internal ReadOnlySpan<byte> BytesOf(in RecordedEvent recorded) =>
        _payloads.AsSpan(recorded.PayloadStart, recorded.PayloadLength + (recorded.IsChained ? ChainHash.Size : 0));

    /// <summary>Takes room for a payload at the end.</summary>
    /// <param name="bytes">The length of the payload, and of the chain hash behind it.</param>
    /// <param name="start">Where the payload goes.</param>
    /// <returns>False when the chunk is full.</returns>
    internal bool TryReserve(int bytes, out int start)
    {
        start = _payloadBytes;
        if (Count == MaxEvents || (start + bytes > _payloads.Length && start + bytes > MaxPayloadBytes))
        {
            return false;
        }

        if (start + bytes > _payloads.Length)
        {
            Array.Resize(ref _payloads, Math.Max(start + bytes, Math.Min(_payloads.Length * 2, MaxPayloadBytes)));
        }

        if (Count == _events.Length)
        {
            Array.Resize(ref _events, _events.Length * 2);
        }

        return true;
    }

    /// <summary>Adds an event whose place was reserved.</summary>
    internal void Add(in RecordedEvent recorded, ReadOnlySpan<byte> payload, in ChainHash hash)
    {
        payload.CopyTo(_payloads.AsSpan(recorded.PayloadStart));
        _payloadBytes = recorded.PayloadStart + payload.Length;
        if (recorded.IsChained)
        {
            hash.Write(_payloads.AsSpan(_payloadBytes));
            _payloadBytes += ChainHash.Size;
        }

        _events[Count++] = recorded;
    }

    /// <summary>The same chunk with another type and payload in one event; whoever still reads this one sees no change.</summary>
    internal MemoryChunk With(long sequence, int typeIndex, ReadOnlySpan<byte> payload)
    {
        int index = (int)(sequence - FirstSequence);
        var copy = new MemoryChunk(FirstSequence, _payloadBytes - _events[index].PayloadLength + payload.Length)
        {
            _events = new RecordedEvent[_events.Length],
        };
        for (int i = 0; i < Count; i++)
        {
            ref readonly RecordedEvent old = ref _events[i];
            ReadOnlySpan<byte> kept = i == index ? payload : _payloads.AsSpan(old.PayloadStart, old.PayloadLength);
            ChainHash hash = old.IsChained ? new(BytesOf(old)[^ChainHash.Size..]) : default;
            copy.Add(
                old with { PayloadStart = copy._payloadBytes, PayloadLength = kept.Length, TypeIndex = i == index ? typeIndex : old.TypeIndex },
                kept,
                hash);
        }

        return copy;
    }
}
