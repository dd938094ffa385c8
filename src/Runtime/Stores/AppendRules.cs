namespace Daybook.Stores;

/// <summary>What every store decides alike before it appends.</summary>
public static class AppendRules
{
    /// <summary>
    /// Looks at the event ids first, then at the expected version. Nobody may change the stream between this and the append.
    /// </summary>
    /// <param name="batch">The append.</param>
    /// <param name="stream">The stream as it is; null when there is none.</param>
    /// <param name="sequenceOf">Where an event id stands in the stream, or -1.</param>
    /// <param name="read">Reads the stream: from a sequence, so many events at most.</param>
    /// <returns>Where the events stand already; null when they are to be appended.</returns>
    /// <exception cref="DuplicateEventException">Some ids are known, but this is not the same append.</exception>
    /// <exception cref="ConcurrencyException">The stream is not at the expected version.</exception>
    public static AppendResult? Decide(AppendBatch batch, StreamInfo? stream, Func<EventId, long> sequenceOf, Func<long, int, EventPage> read)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(sequenceOf);
        ArgumentNullException.ThrowIfNull(read);
        if (stream is not null && RepeatedAppend.IsRepeated(batch, new Content(sequenceOf, read), out AppendResult repeated))
        {
            return repeated;
        }

        long version = stream?.Version ?? 0;
        bool isOther = !batch.ExpectedIncarnation.IsEmpty && stream is not null && batch.ExpectedIncarnation != stream.Incarnation;
        return isOther || !batch.ExpectedVersion.Matches(version)
            ? throw new ConcurrencyException(batch.StreamId, batch.ExpectedVersion, version)
            : null;
    }

    private sealed class Content(Func<EventId, long> sequenceOf, Func<long, int, EventPage> read) : IRecordedContent
    {
        public long SequenceOf(EventId id) => sequenceOf(id);

        public bool Matches(long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload, out long offset)
        {
            using EventPage page = read(sequence, 1);
            offset = -1;
            if (page.Count == 0 || page.Events[0].Sequence != sequence)
            {
                return false;
            }

            ref readonly RecordedEvent recorded = ref page.Events[0];
            offset = recorded.Offset;
            return recorded.Id == pending.Id && RepeatedAppend.IsSame(page.Types[recorded.TypeIndex], page.PayloadOf(recorded), pending, payload);
        }
    }
}
