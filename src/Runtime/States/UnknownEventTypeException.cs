namespace Daybook;

/// <summary>A fold met an event that its state neither reduces nor lists.</summary>
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

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The event's sequence.</summary>
    public long Sequence { get; }

    /// <summary>The event's type.</summary>
    public EventType EventType { get; }

    /// <summary>The name of the state.</summary>
    public string State { get; }
}
