using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Agents;

/// <summary>Recorded events as agent services see them.</summary>
internal static class RecordedAgentEvent
{
    internal static AgentEvent Of(Envelope envelope)
    {
        (string type, string id) = AggregateStream.Parse(envelope.StreamId)!.Value;
        return Of(envelope.Schema, envelope.Payload, type, id, envelope.Metadata) with
        {
            EventId = envelope.EventId,
            Timestamp = envelope.Timestamp,
            Version = envelope.Sequence + 1,
        };
    }

    /// <summary>Adds what a filter wants of a page.</summary>
    internal static void AddMatching(EventPage page, EventFilter filter, List<(AgentEvent Event, long Offset)> found)
    {
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            RecordSchema schema = page.Types[recorded.TypeIndex];
            if (AggregateStream.Parse(recorded.StreamId) is var (type, id) && filter.Matches(type, id, schema.Name))
            {
                AgentEvent e = Of(schema, page.PayloadOf(recorded), type, id, recorded.Metadata ?? EventMetadata.Empty) with
                {
                    EventId = recorded.Id,
                    Timestamp = new(recorded.TimestampTicks, TimeSpan.Zero),
                    Version = recorded.Sequence + 1,
                };
                if (filter.Matches(e))
                {
                    found.Add((e, recorded.Offset));
                }
            }
        }
    }

    private static AgentEvent Of(RecordSchema schema, ReadOnlySpan<byte> payload, string type, string id, EventMetadata metadata) => new(schema, payload.ToArray())
    {
        AggregateId = id,
        AggregateType = type,
        CorrelationId = metadata.CorrelationId,
        CausationId = metadata.CausationId,
        UserId = metadata.Actor,
        ServiceName = metadata.Source,
        Metadata = metadata.Headers,
    };
}
