namespace Daybook;

/// <summary>
/// What a reducer or a handler may know of an event besides its payload: only what survives a copy into another
/// store, so that a fold gives the same state there.
/// </summary>
public readonly struct EventContext : IEquatable<EventContext>
{
    private readonly long _timestampTicks;

    internal EventContext(string streamId, long sequence, EventId eventId, long timestampTicks, EventMetadata? metadata, int part = 0)
    {
        StreamId = streamId;
        Sequence = sequence;
        EventId = eventId;
        _timestampTicks = timestampTicks;
        Metadata = metadata ?? EventMetadata.Empty;
        Part = part;
    }

    /// <summary>The stream that the event stands in.</summary>
    public string StreamId { get; }

    /// <summary>The event's position in its stream, from 0.</summary>
    public long Sequence { get; }

    /// <summary>Which part this is of an event that an upcaster has split, from 0.</summary>
    public int Part { get; }

    /// <summary>The event's idempotency key.</summary>
    public EventId EventId { get; }

    /// <summary>When the event was recorded, in UTC.</summary>
    public DateTimeOffset Timestamp => new(_timestampTicks, TimeSpan.Zero);

    /// <summary>Correlation, causation, actor, source and headers.</summary>
    public EventMetadata Metadata { get; }

    /// <summary>The same of a part.</summary>
    internal EventContext OfPart(int part) => new(StreamId, Sequence, EventId, _timestampTicks, Metadata, part);

    /// <inheritdoc/>
    public bool Equals(EventContext other) =>
        EventId == other.EventId && Sequence == other.Sequence && Part == other.Part
        && string.Equals(StreamId, other.StreamId, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EventContext other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EventId, Sequence, Part);

    /// <summary>Whether both are of the same event in the same stream.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool operator ==(EventContext left, EventContext right) => left.Equals(right);

    /// <summary>Whether they are of different events.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool operator !=(EventContext left, EventContext right) => !left.Equals(right);
}
