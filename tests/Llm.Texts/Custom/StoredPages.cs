using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>Makes the pages of a custom store; it numbers the event types that have come by.</summary>
internal sealed class StoredPages
{
    private readonly Lock _lock = new();
    private readonly EventTypeTable _types = new();

    internal EventPage ToPage(IEnumerable<StoredEvent> events, long next, StreamInfo? stream = null)
    {
        var page = new EventPageBuilder(_types);
        foreach (StoredEvent stored in events)
        {
            page.Add(Recorded(stored), stored.Payload);
        }

        return page.ToPage(next, stream);
    }

    private RecordedEvent Recorded(StoredEvent stored)
    {
        lock (_lock)
        {
            return new()
            {
                StreamId = stored.StreamId,
                Sequence = stored.Sequence,
                Offset = stored.Offset,
                Id = new(stored.Id),
                TimestampTicks = stored.Ticks,
                Metadata = stored.Metadata?.ToMetadata(),
                TypeIndex = _types.GetOrAdd(new RecordSchema(stored.Schema)),
                PayloadStart = 0,
                PayloadLength = stored.Payload.Length,
            };
        }
    }
}
