using Daybook.Stores;

namespace Daybook.Tests.Agents;

/// <summary>Counts the events that are read.</summary>
internal sealed class CountingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    internal int Events { get; set; }

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default) =>
        Count(await base.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken));

    // Whatever a store has at hand for queries, the embedded ones that have nothing walk over the feed.
    public override async ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default)
    {
        Events += 1000;
        return Count(await base.ReadQueryAsync(query, fromOffset, maxCount, cancellationToken));
    }

    private EventPage Count(EventPage page)
    {
        Events += page.Count;
        return page;
    }
}
