namespace Daybook.Stores;

/// <summary>What <see cref="RepeatedAppend"/> must know of a stream.</summary>
internal interface IRecordedContent
{
    /// <summary>Where an event id stands in the stream, or -1.</summary>
    long SequenceOf(EventId id);

    /// <summary>Whether the event at a sequence exists and has this id, type and payload.</summary>
    bool Matches(long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload, out long offset);
}
