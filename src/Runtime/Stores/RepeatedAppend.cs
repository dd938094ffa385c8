using System.Collections.Immutable;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Tells an append that was sent again from one that only uses ids again.</summary>
internal static class RepeatedAppend
{
    /// <summary>Decides about an append whose ids may be known.</summary>
    /// <param name="batch">The append.</param>
    /// <param name="content">The stream.</param>
    /// <param name="result">Where the events stand, if they do.</param>
    /// <returns>True when the append was done before; false when none of its ids is known.</returns>
    /// <exception cref="DuplicateEventException">Anything in between.</exception>
    internal static bool IsRepeated(AppendBatch batch, IRecordedContent content, out AppendResult result)
    {
        ReadOnlySpan<PendingEvent> events = batch.Events;
        long first = content.SequenceOf(events[0].Id);
        if (first < 0)
        {
            foreach (ref readonly PendingEvent pending in events[1..])
            {
                if (content.SequenceOf(pending.Id) is >= 0 and var known)
                {
                    throw new DuplicateEventException(batch.StreamId, pending.Id, known);
                }
            }

            result = default;
            return false;
        }

        ImmutableArray<long>.Builder offsets = ImmutableArray.CreateBuilder<long>(events.Length);
        for (int i = 0; i < events.Length; i++)
        {
            if (!content.Matches(first + i, events[i], batch.PayloadOf(events[i]), out long offset))
            {
                throw new DuplicateEventException(batch.StreamId, events[0].Id, first);
            }

            offsets.Add(offset);
        }

        result = new(first, offsets.MoveToImmutable());
        return true;
    }

    /// <summary>Whether an event that stands in a stream is what an append brings, or was before it was redacted.</summary>
    internal static bool IsSame(RecordSchema stored, ReadOnlySpan<byte> storedPayload, in PendingEvent pending, ReadOnlySpan<byte> payload)
    {
        if (stored.Version == pending.Schema.Version && string.Equals(stored.Name, pending.Schema.Name, StringComparison.Ordinal))
        {
            return storedPayload.SequenceEqual(payload);
        }

        return RedactedFormat.TryReadOriginal(stored, storedPayload, out EventType type, out ChainHash payloadHash)
            && type == new EventType(pending.Schema.Name, pending.Schema.Version)
            && payloadHash == EventChain.HashOf(payload);
    }
}
