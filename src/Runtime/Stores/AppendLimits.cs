using System.Globalization;

namespace Daybook.Stores;

/// <summary>The checks of an append that need nothing but the batch.</summary>
internal static class AppendLimits
{
    /// <summary>Refuses a batch that is empty, over a limit, or uses an event id twice.</summary>
    internal static void Check(AppendBatch batch, StoreLimits limits)
    {
        ReadOnlySpan<PendingEvent> events = batch.Events;
        if (events.Length == 0)
        {
            throw new ArgumentException("An append needs at least one event.", nameof(batch));
        }

        if (events.Length > limits.MaxAppendEvents)
        {
            throw new StoreLimitException(batch.StreamId, "number of events of one append", events.Length, limits.MaxAppendEvents);
        }

        if (batch.Buffer.Length > limits.MaxAppendBytes)
        {
            throw new StoreLimitException(batch.StreamId, "size of one append in bytes", batch.Buffer.Length, limits.MaxAppendBytes);
        }

        bool rising = true;
        for (int i = 0; i < events.Length; i++)
        {
            ref readonly PendingEvent pending = ref events[i];
            if (pending.PayloadLength > limits.MaxPayloadBytes)
            {
                string what = string.Create(CultureInfo.InvariantCulture, $"payload in bytes of event {i} ({pending.Schema.Name}@{pending.Schema.Version})");
                throw new StoreLimitException(batch.StreamId, what, pending.PayloadLength, limits.MaxPayloadBytes);
            }

            rising &= i == 0 || pending.Id > events[i - 1].Id;
        }

        if (!rising)
        {
            ThrowIfRepeated(batch.StreamId, events);
        }
    }

    private static void ThrowIfRepeated(string streamId, ReadOnlySpan<PendingEvent> events)
    {
        var known = new HashSet<EventId>(events.Length);
        foreach (ref readonly PendingEvent pending in events)
        {
            if (!known.Add(pending.Id))
            {
                throw new DuplicateEventException(streamId, pending.Id, -1);
            }
        }
    }
}
