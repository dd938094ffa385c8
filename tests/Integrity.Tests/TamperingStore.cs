using Daybook.Stores;

namespace Daybook.Tests.Integrity;

/// <summary>A real store with somebody's hands in it: what it hands out of one stream is not what was recorded.</summary>
internal sealed class TamperingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    /// <summary>What is read in place of the stream's events; null leaves everything as it is.</summary>
    public Func<IReadOnlyList<StoredEvent>, IReadOnlyList<StoredEvent>>? Forge { get; set; }

    /// <summary>What is read in place of what the store knows of the stream.</summary>
    public Func<StreamInfo, StreamInfo?>? ForgeInfo { get; set; }

    public string StreamId { get; set; } = "acc-1";

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        if (streamId != StreamId || Forge is null)
        {
            return await Inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        }

        using EventPage page = await Inner.ReadStreamAsync(streamId, 0, 10_000, cancellationToken);
        IReadOnlyList<StoredEvent> events = Forge([.. Enumerable.Range(0, page.Count).Select(index => StoredEvent.Of(page, index))]);
        StreamInfo info = (await GetStreamInfoAsync(streamId, cancellationToken))!;
        return StoredEvent.ToPage([.. events.Where(item => item.Sequence >= fromSequence).Take(maxCount)], info);
    }

    public override async ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default)
    {
        StreamInfo? info = await Inner.GetStreamInfoAsync(streamId, cancellationToken);
        return streamId == StreamId && info is not null && ForgeInfo is not null ? ForgeInfo(info) : info;
    }

    public override async ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default)
    {
        StreamListing listing = await Inner.ListStreamsAsync(prefix, continuation, maxCount, cancellationToken);
        return ForgeInfo is null
            ? listing
            : listing with { Streams = [.. listing.Streams.Select(info => info.StreamId == StreamId ? ForgeInfo(info) : info).OfType<StreamInfo>()] };
    }
}
