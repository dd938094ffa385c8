namespace Daybook;

/// <summary>An event's type is not known where it has to be: its state neither reduces nor lists it, or no catalog holds it.</summary>
public sealed class UnknownEventTypeException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event's sequence.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="state">The name of the state.</param>
    public UnknownEventTypeException(string streamId, long sequence, EventType type, string state)
        : base($"State '{state}' does not know {type} at sequence {sequence} of stream '{streamId}'; give it a reducer, list it with [Records<T>], or skip unknown events by option.")
    {
        StreamId = streamId;
        Sequence = sequence;
        EventType = type;
        State = state;
    }

    /// <summary>Creates the exception for an event that no catalog knows.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event's sequence.</param>
    /// <param name="type">The event's type.</param>
    public UnknownEventTypeException(string streamId, long sequence, EventType type)
        : base($"No record is known for {type} at sequence {sequence} of stream '{streamId}'; read with a catalog that holds it, or use ToJson.")
    {
        StreamId = streamId;
        Sequence = sequence;
        EventType = type;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The event's sequence.</summary>
    public long Sequence { get; }

    /// <summary>The event's type.</summary>
    public EventType EventType { get; }

    /// <summary>The name of the state, or null when the event was not met in a fold.</summary>
    public string? State { get; }
}
