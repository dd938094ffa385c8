using System.Buffers;

namespace Daybook.Stores;

/// <summary>A page that gives its arrays back to the pools.</summary>
internal sealed class PooledEventPage(EventTypeTable types, RecordedEvent[] events, int count, byte[] buffer, long next)
    : EventPage(types, events, 0, count, buffer, next)
{
    private readonly RecordedEvent[] _lentEvents = events;
    private readonly byte[] _lentBuffer = buffer;
    private int _returned;

    internal static void Return(RecordedEvent[] events, int count, byte[] buffer)
    {
        if (events.Length > 0)
        {
            Array.Clear(events, 0, count);
            ArrayPool<RecordedEvent>.Shared.Return(events);
        }

        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0)
        {
            Return(_lentEvents, Count, _lentBuffer);
        }

        base.Dispose(disposing);
    }
}
