using Daybook.Stores;

namespace Daybook.Tests.Chat;

/// <summary>Counts the reads of streams, and the events that they give.</summary>
internal sealed class CountingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    private long _calls;
    private long _events;

    internal long Calls => Interlocked.Read(ref _calls);

    internal long Events => Interlocked.Read(ref _events);

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        _ = Interlocked.Increment(ref _calls);
        EventPage page = await base.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        _ = Interlocked.Add(ref _events, page.Count);
        return page;
    }
}
