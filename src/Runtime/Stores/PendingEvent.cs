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
}
