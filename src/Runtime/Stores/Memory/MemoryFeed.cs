using System.Buffers;
using System.Runtime.InteropServices;

namespace Daybook.Stores.Memory;

/// <summary>The order of all events of users' streams. Its user holds the store's lock.</summary>
internal sealed class MemoryFeed
{
    private const int ChunkSize = 4096;
    private const int MaxPageBytes = 1024 * 1024;

    // Chunks, because one growing array would be copied again and again.
    private readonly List<Entry[]> _chunks = [];
    private int _count;

    internal void Add(MemoryStreamLog log, long sequence, long offset)
    {
        int place = _count % ChunkSize;
        if (place == 0)
        {
            _chunks.Add(new Entry[ChunkSize]);
        }

        _chunks[^1][place] = new(log, sequence, offset);
        _count++;
    }

    /// <summary>Removes the events of a stream that come before a sequence.</summary>
    internal void Remove(MemoryStreamLog log, long before)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            Entry entry = At(i);
            if (!ReferenceEquals(entry.Log, log) || entry.Sequence >= before)
            {
                _chunks[kept / ChunkSize][kept % ChunkSize] = entry;
                kept++;
            }
        }

        for (int i = kept; i < _count; i++)
        {
            _chunks[i / ChunkSize][i % ChunkSize] = default;
        }

        _count = kept;
        int chunks = (kept + ChunkSize - 1) / ChunkSize;
        _chunks.RemoveRange(chunks, _chunks.Count - chunks);
    }

    internal EventPage Read(EventTypeTable types, long fromOffset, int maxCount, long end)
    {
        int first = IndexOf(fromOffset);
        int count = 0;
        int bytes = 0;
        while (count < maxCount && first + count < _count)
        {
            Entry entry = At(first + count);
            int length = entry.Log.BytesAt(entry.Sequence).Length;
            if (count > 0 && bytes + length > MaxPageBytes)
            {
                break;
            }

            bytes += length;
            count++;
        }

        RecordedEvent[] events = ArrayPool<RecordedEvent>.Shared.Rent(count);
        byte[] payloads = ArrayPool<byte>.Shared.Rent(bytes);
        int start = 0;
        for (int i = 0; i < count; i++)
        {
            Entry entry = At(first + i);
            ReadOnlySpan<byte> stored = entry.Log.BytesAt(entry.Sequence);
            stored.CopyTo(payloads.AsSpan(start));
            events[i] = entry.Log.At(entry.Sequence) with { PayloadStart = start };
            start += stored.Length;
        }

        // An empty page goes on behind everything that there is, the streams left out included.
        long next = count == 0 ? Math.Max(fromOffset, end) : events[count - 1].Offset + 1;
        return new PooledEventPage(types, events, count, payloads, next);
    }

    private int IndexOf(long offset)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (At(middle).Offset < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private Entry At(int index) => _chunks[index / ChunkSize][index % ChunkSize];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(MemoryStreamLog Log, long Sequence, long Offset);
}
