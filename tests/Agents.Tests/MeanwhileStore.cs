using Daybook.Stores;

namespace Daybook.Tests.Agents;

/// <summary>A store to which somebody else writes once, right behind the next look at a stream.</summary>
internal sealed class MeanwhileStore(IEventStore inner) : DelegatingEventStore(inner)
{
    internal Func<ValueTask>? AfterInfo { get; set; }

    internal Func<ValueTask>? AfterRead { get; set; }

    public override async ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default)
    {
        StreamInfo? info = await base.GetStreamInfoAsync(streamId, cancellationToken);
        (Func<ValueTask>? meanwhile, AfterInfo) = (AfterInfo, null);
        await (meanwhile?.Invoke() ?? default);
        return info;
    }

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        EventPage page = await base.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        if (page.Count == 0 && !streamId.StartsWith('$'))
        {
            (Func<ValueTask>? meanwhile, AfterRead) = (AfterRead, null);
            await (meanwhile?.Invoke() ?? default);
        }

        return page;
    }
}
