namespace Daybook.Stores;

/// <summary>
/// Consecutive events of a stream or of the feed, over one buffer. Valid until it is disposed; whoever keeps anything
/// longer copies it.
/// </summary>
public class EventPage : IDisposable
{
    private readonly byte[] _buffer;
    private readonly RecordedEvent[] _events;
    private readonly int _start;

    /// <summary>Makes a page of events that stand in a row in an array.</summary>
    /// <param name="types">The store's event types.</param>
    /// <param name="events">The array.</param>
    /// <param name="start">Where the page's first event stands in it.</param>
    /// <param name="count">How many events the page has.</param>
    /// <param name="buffer">Where the payloads lie.</param>
    /// <param name="next">The sequence or offset to go on with.</param>
    public EventPage(EventTypeTable types, RecordedEvent[] events, int start, int count, byte[] buffer, long next)
    {
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, events.Length - start);
        Types = types;
        _events = events;
        _start = start;
        Count = count;
        _buffer = buffer;
        Next = next;
    }

    /// <summary>The store's event types.</summary>
    public EventTypeTable Types { get; }

    /// <summary>How many events the page has; 0 when there are no more at the moment.</summary>
    public int Count { get; }

    /// <summary>The sequence (of a stream) or the offset (of the feed) to go on with.</summary>
    public long Next { get; }

    /// <summary>Of a stream page: the stream's version when the page was read; 0 when there is no stream.</summary>
    public long StreamVersion { get; init; }

    /// <summary>Of a stream page: the first sequence that the stream still has.</summary>
    public long FirstSequence { get; init; }

    /// <summary>Of a stream page: the id of the first event ever appended.</summary>
    public EventId Incarnation { get; init; }

    /// <summary>The events in order.</summary>
    public ReadOnlySpan<RecordedEvent> Events => _events.AsSpan(_start, Count);

    /// <summary>The buffer that the payloads lie in.</summary>
    public ReadOnlySpan<byte> Buffer => _buffer;

    /// <summary>The payload of one of the events.</summary>
    /// <param name="recorded">An event of this page.</param>
    /// <returns>Its bytes, valid until the page is disposed.</returns>
    public ReadOnlySpan<byte> PayloadOf(in RecordedEvent recorded) => _buffer.AsSpan(recorded.PayloadStart, recorded.PayloadLength);

    /// <summary>The chain hash of one of the events.</summary>
    /// <param name="recorded">An event of this page.</param>
    /// <returns>The hash; null when the event has none.</returns>
    public ChainHash? HashOf(in RecordedEvent recorded) =>
        recorded.IsChained ? new(_buffer.AsSpan(recorded.PayloadStart + recorded.PayloadLength, ChainHash.Size)) : null;

    /// <summary>A page of the same events that nobody will take back.</summary>
    internal EventPage Copy()
    {
        RecordedEvent[] events = Events.ToArray();
        int start = int.MaxValue;
        int end = 0;
        foreach (ref readonly RecordedEvent recorded in Events)
        {
            start = Math.Min(start, recorded.PayloadStart);
            end = Math.Max(end, recorded.PayloadStart + recorded.PayloadLength + (recorded.IsChained ? ChainHash.Size : 0));
        }

        // The buffer may hold much more than this page's payloads.
        byte[] payloads = end == 0 ? [] : Buffer[start..end].ToArray();
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = events[i] with { PayloadStart = events[i].PayloadStart - start };
        }

        return new(Types, events, 0, events.Length, payloads, Next) { StreamVersion = StreamVersion, FirstSequence = FirstSequence, Incarnation = Incarnation };
    }

    /// <summary>Gives back what the store lent.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the store lent; called at most once with meaning, so it must bear repetition.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
