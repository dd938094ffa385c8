using System.Collections.Immutable;
using System.Globalization;
using Daybook.Stores;

namespace Daybook.Agents;

/// <summary>Events of one aggregate on their way into a store. Everything that can be wrong with them is looked at before anything is written.</summary>
internal static class AgentEventBatch
{
    internal static void Fill(AppendBatch batch, ImmutableArray<AgentEvent> events)
    {
        foreach (AgentEvent e in events)
        {
            ArgumentNullException.ThrowIfNull(e);
            e.Validate();
        }

        AgentEvent first = events[0];
        batch.Start(first.StreamId, first.AggregateType);
        batch.ExpectedVersion = ExpectedVersionOf(events);
        foreach (AgentEvent e in events)
        {
            if (!string.Equals(e.StreamId, first.StreamId, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"The events are of {first.AggregateType} '{first.AggregateId}' and of {e.AggregateType} '{e.AggregateId}'. Only events of one aggregate are saved all or nothing: save a batch for each.",
                    nameof(events));
            }

            int start = batch.Buffer.Length;
            e.Payload.Span.CopyTo(batch.Buffer.GetSpan(e.Payload.Length));
            batch.Buffer.Advance(e.Payload.Length);
            batch.Add(e.Schema, e.EventId, e.Timestamp, e.ToMetadata(), start);
        }
    }

    // An event that says its version says those of all the others.
    private static ExpectedVersion ExpectedVersionOf(ImmutableArray<AgentEvent> events)
    {
        ExpectedVersion expected = ExpectedVersion.Any;
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i].Version == 0)
            {
                continue;
            }

            long before = events[i].Version - i - 1;
            ExpectedVersion own = before >= 0 ? ExpectedVersion.At(before) : throw Disorder(events[i]);
            expected = expected.IsAny || expected == own ? own : throw Disorder(events[i]);
        }

        return expected;
    }

    private static ArgumentException Disorder(AgentEvent e) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The event {e.EventId} has the version {e.Version}, which does not follow those before it."));
}
