using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>One event of an <see cref="AppendBatch"/>; its payload lies in the batch's buffer.</summary>
public readonly struct PendingEvent
{
    internal PendingEvent(RecordSchema schema, EventId id, long timestampTicks, EventMetadata? metadata, int payloadStart, int payloadLength)
    {
        Schema = schema;
        Id = id;
        TimestampTicks = timestampTicks;
        Metadata = metadata;
        PayloadStart = payloadStart;
        PayloadLength = payloadLength;
    }

    /// <summary>The event's type and members.</summary>
    public RecordSchema Schema { get; }

    /// <summary>The idempotency key.</summary>
    public EventId Id { get; }

    /// <summary>When the event was recorded: UTC ticks, as <see cref="DateTimeOffset.UtcTicks"/>.</summary>
    public long TimestampTicks { get; }

    /// <summary>The metadata, or null when there is none.</summary>
    public EventMetadata? Metadata { get; }

    /// <summary>Where the payload starts in the batch's buffer.</summary>
    public int PayloadStart { get; }

    /// <summary>How many bytes the payload has.</summary>
    public int PayloadLength { get; }

    /// <summary>The event as a store has recorded it.</summary>
    /// <param name="streamId">The stream that it stands in.</param>
    /// <param name="sequence">Its place there.</param>
    /// <param name="offset">Its place in the whole store.</param>
    /// <param name="typeIndex">The index of its type in the store's <see cref="EventTypeTable"/>.</param>
    /// <returns>The recorded event; its payload starts at 0.</returns>
    public RecordedEvent Record(string streamId, long sequence, long offset, int typeIndex) => new()
    {
        StreamId = streamId,
        Metadata = Metadata,
        Id = Id,
        Sequence = sequence,
        Offset = offset,
        TimestampTicks = TimestampTicks,
        TypeIndex = typeIndex,
        PayloadStart = 0,
        PayloadLength = PayloadLength,
    };
}
