namespace Daybook.Stores;

/// <summary>Makes a page of events that lie here and there.</summary>
/// <param name="types">The store's event types.</param>
public sealed class EventPageBuilder(EventTypeTable types)
{
    private readonly List<RecordedEvent> _events = [];
    private readonly List<byte> _payloads = [];

    /// <summary>How many events were added.</summary>
    public int Count => _events.Count;

    /// <summary>Adds an event behind the others.</summary>
    /// <param name="recorded">The event; where its payload starts does not matter.</param>
    /// <param name="payload">Its payload, and behind it its chain hash if it has one.</param>
    public void Add(in RecordedEvent recorded, ReadOnlySpan<byte> payload)
    {
        _events.Add(recorded with { PayloadStart = _payloads.Count });
        _payloads.AddRange(payload);
    }

    /// <summary>Makes the page.</summary>
    /// <param name="next">The sequence or offset to go on with.</param>
    /// <param name="stream">Of a stream page: the stream as it is now.</param>
    /// <returns>The page.</returns>
    public EventPage ToPage(long next, StreamInfo? stream = null) => new(types, [.. _events], 0, Count, [.. _payloads], next)
    {
        StreamVersion = stream?.Version ?? 0,
        FirstSequence = stream?.FirstSequence ?? 0,
        Incarnation = stream?.Incarnation ?? default,
    };
}
