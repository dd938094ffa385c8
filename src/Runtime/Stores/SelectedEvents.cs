using System.Buffers;

namespace Daybook.Stores;

/// <summary>Some events of a page, on their way into a page of their own.</summary>
internal sealed class SelectedEvents(EventPage page)
{
    private readonly List<int> _indexes = [];

    internal int Count => _indexes.Count;

    internal long LastOffset => page.Events[_indexes[^1]].Offset;

    internal void Add(int index) => _indexes.Add(index);

    /// <summary>Takes the whole page over: it is handed on as it is when all its events were selected, else copied and given back.</summary>
    /// <param name="next">The sequence or offset to go on with.</param>
    /// <param name="firstSequence">Of a stream page: the first sequence that it is to say; the page's own when null.</param>
    internal EventPage Take(long next, long? firstSequence = null)
    {
        if (Count == page.Count && next == page.Next && (firstSequence ?? page.FirstSequence) == page.FirstSequence)
        {
            return page;
        }

        using (page)
        {
            return ToPage(next, firstSequence);
        }
    }

    /// <summary>Copies the events.</summary>
    /// <param name="next">The sequence or offset to go on with.</param>
    /// <param name="firstSequence">Of a stream page: the first sequence that it is to say; the page's own when null.</param>
    internal EventPage ToPage(long next, long? firstSequence = null)
    {
        int bytes = 0;
        foreach (int index in _indexes)
        {
            bytes += LengthOf(page.Events[index]);
        }

        RecordedEvent[] events = ArrayPool<RecordedEvent>.Shared.Rent(Count);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(bytes);
        int start = 0;
        for (int i = 0; i < Count; i++)
        {
            ref readonly RecordedEvent recorded = ref page.Events[_indexes[i]];
            int length = LengthOf(recorded);
            page.Buffer.Slice(recorded.PayloadStart, length).CopyTo(buffer.AsSpan(start));
            events[i] = recorded with { PayloadStart = start };
            start += length;
        }

        return new PooledEventPage(page.Types, events, Count, buffer, next)
        {
            StreamVersion = page.StreamVersion,
            FirstSequence = firstSequence ?? page.FirstSequence,
            Incarnation = page.Incarnation,
        };
    }

    private static int LengthOf(in RecordedEvent recorded) => recorded.PayloadLength + (recorded.IsChained ? ChainHash.Size : 0);
}
