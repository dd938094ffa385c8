using Daybook.Stores;

namespace Daybook.Tests.Chat;

/// <summary>Counts the reads of streams, the events that they give, and the questions how far streams are.</summary>
internal sealed class CountingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    private long _calls;
    private long _events;
    private long _infos;

    internal long Calls => Interlocked.Read(ref _calls);

    internal long Infos => Interlocked.Read(ref _infos);

    internal long Events => Interlocked.Read(ref _events);

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        _ = Interlocked.Increment(ref _calls);
        EventPage page = await base.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        _ = Interlocked.Add(ref _events, page.Count);
        return page;
    }

    public override ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default)
    {
        _ = Interlocked.Increment(ref _infos);
        return base.GetStreamInfoAsync(streamId, cancellationToken);
    }
}
