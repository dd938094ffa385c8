namespace Daybook;

/// <summary>
/// An append carries an event id that the stream knows, but is not the same append over again; nothing was written.
/// </summary>
public sealed class DuplicateEventException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="eventId">The id that is known.</param>
    /// <param name="sequence">Where the known event stands, or -1 when the id occurs twice in the append itself.</param>
    public DuplicateEventException(string streamId, EventId eventId, long sequence)
        : base(sequence < 0
            ? $"The append to stream '{streamId}' carries the event id {eventId} twice; every event needs an id of its own."
            : $"Stream '{streamId}' holds the event id {eventId} at sequence {sequence}, with other neighbours, another type or another payload than this append; use new ids for new events.")
    {
        StreamId = streamId;
        EventId = eventId;
        Sequence = sequence;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The id that is known.</summary>
    public EventId EventId { get; }

    /// <summary>Where the known event stands, or -1 when the id occurs twice in the append itself.</summary>
    public long Sequence { get; }
}
