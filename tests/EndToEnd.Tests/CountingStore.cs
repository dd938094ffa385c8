using Daybook.Stores;

namespace Daybook.Tests.EndToEnd;

/// <summary>Counts what is read of users' streams.</summary>
internal sealed class CountingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    /// <summary>How many events were handed out.</summary>
    public int EventsRead { get; private set; }

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        EventPage page = await Inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        EventsRead += streamId.StartsWith('$') ? 0 : page.Count;
        return page;
    }
}
