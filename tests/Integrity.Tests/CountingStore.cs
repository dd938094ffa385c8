using Daybook.Stores;

namespace Daybook.Tests.Integrity;

/// <summary>A real store whose operations are counted.</summary>
internal sealed class CountingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    private int _operations;
    private int _events;

    public int Operations => _operations;

    /// <summary>How many events were handed out.</summary>
    public int Events => _events;

    public void Reset() => (_operations, _events) = (0, 0);

    public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _operations);
        return Inner.AppendAsync(batch, cancellationToken);
    }

    public override ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _operations);
        return Inner.GetStreamInfoAsync(streamId, cancellationToken);
    }

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _operations);
        EventPage page = await Inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        Interlocked.Add(ref _events, page.Count);
        return page;
    }
}
