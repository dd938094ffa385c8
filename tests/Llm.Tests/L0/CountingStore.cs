using Daybook.Stores;

namespace Daybook.Tests.L0;

/// <summary>Counts the events that readers of streams get.</summary>
internal sealed class CountingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    private long _events;

    internal long Events => Interlocked.Read(ref _events);

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        EventPage page = await base.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        _ = Interlocked.Add(ref _events, page.Count);
        return page;
    }
}
