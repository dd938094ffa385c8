using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>
/// An event as a store hands it out in an <see cref="EventPage"/>: everything but the payload's bytes, which lie in
/// the page's buffer.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct RecordedEvent
{
    /// <summary>The stream that the event stands in.</summary>
    public required string StreamId { get; init; }

    /// <summary>The metadata, or null when there is none.</summary>
    public EventMetadata? Metadata { get; init; }

    /// <summary>The idempotency key.</summary>
    public required EventId Id { get; init; }

    /// <summary>The position in the stream, from 0.</summary>
    public required long Sequence { get; init; }

    /// <summary>The position in the whole store.</summary>
    public required long Offset { get; init; }

    /// <summary>When the event was recorded: UTC ticks, as <see cref="DateTimeOffset.UtcTicks"/>.</summary>
    public required long TimestampTicks { get; init; }

    /// <summary>The index of the event's type in the store's <see cref="EventTypeTable"/>.</summary>
    public required int TypeIndex { get; init; }

    /// <summary>Where the payload starts in the page's buffer.</summary>
    public required int PayloadStart { get; init; }

    /// <summary>How many bytes the payload has.</summary>
    public required int PayloadLength { get; init; }

    /// <summary>Whether the event has a chain hash; it lies right behind the payload.</summary>
    public bool IsChained { get; init; }
}
