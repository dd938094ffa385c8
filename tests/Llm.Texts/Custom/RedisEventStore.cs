using System.Globalization;
using Daybook.Stores;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>
/// A store over Redis, as the texts show one, and right: appends happen in transactions, so that two writers cannot get one sequence, and event
/// ids are known, so that a repeated append adds nothing. A list per stream, a hash of its event ids, and a sorted set for the order of all events.
/// </summary>
internal sealed class RedisEventStore(RedisClient client, string keyPrefix = "l0", TimeSpan ttl = default) : BaseEventStore
{
    private readonly StoredPages _pages = new();

    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = false };

    private string FeedKey => $"{keyPrefix}:feed";

    private string OffsetKey => $"{keyPrefix}:offset";

    private string StreamKey(string streamId) => $"{keyPrefix}:stream:{streamId}";

    private string IdsKey(string streamId) => $"{keyPrefix}:ids:{streamId}";

    protected override async ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        string key = StreamKey(batch.StreamId);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RedisClient.Transaction transaction = client.Watch(key, OffsetKey);
            StreamInfo? info = await GetStreamInfoCoreAsync(batch.StreamId, cancellationToken);
            Dictionary<EventId, StoredEvent> known = await FindAsync(batch);
            AppendResult? repeated = AppendRules.Decide(
                batch,
                info,
                id => known.TryGetValue(id, out StoredEvent? stored) ? stored.Sequence : -1,
                (from, count) => _pages.ToPage(known.Values.Where(stored => stored.Sequence >= from).OrderBy(stored => stored.Sequence).Take(count), from + count, info));
            if (repeated is not null)
            {
                return repeated.Value;
            }

            var result = new AppendResult(info?.Version ?? 0, batch.Count, await client.GetAsync(OffsetKey));
            for (int i = 0; i < batch.Count; i++)
            {
                var stored = StoredEvent.Of(batch, i, result.FirstSequence + i, result.OffsetOf(i));
                transaction.RPush(key, stored.ToJson());
                transaction.HSet(IdsKey(batch.StreamId), stored.Id.ToString(), stored.Sequence.ToString(CultureInfo.InvariantCulture));
                if (!batch.StreamId.StartsWith('$'))
                {
                    transaction.ZAdd(FeedKey, stored.Offset, $"{stored.Sequence} {batch.StreamId}");
                }
            }

            transaction.IncrBy(OffsetKey, batch.Count);
            if (ttl > TimeSpan.Zero)
            {
                transaction.Expire(key, ttl);
                transaction.Expire(IdsKey(batch.StreamId), ttl);
            }

            if (await transaction.ExecAsync())
            {
                return result;
            }
        }
    }

    protected override async ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        StreamInfo? info = await GetStreamInfoCoreAsync(streamId, cancellationToken);
        StoredEvent[] events = await RangeAsync(streamId, fromSequence, fromSequence + Math.Min(maxCount, int.MaxValue - 1) - 1);
        return _pages.ToPage(events, fromSequence + events.Length, info);
    }

    protected override async ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        var events = new List<StoredEvent>();
        long next = Math.Max(fromOffset, await client.GetAsync(OffsetKey));
        foreach ((long offset, string member) in await client.ZRangeByScoreAsync(FeedKey, fromOffset, maxCount))
        {
            string[] place = member.Split(' ', 2);
            long sequence = long.Parse(place[0], CultureInfo.InvariantCulture);
            if (await RangeAsync(place[1], sequence, sequence) is [var stored] && stored.Offset == offset)
            {
                events.Add(stored);
            }

            next = offset + 1;
        }

        return _pages.ToPage(events, next);
    }

    protected override async ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken) => await client.GetAsync(OffsetKey);

    protected override async ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken) =>
        await RangeAsync(streamId, 0, 0) is [var first] && await RangeAsync(streamId, -1, -1) is [var last] ? StoredEvent.InfoOf(first, last) : null;

    protected override async ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        var streams = new List<StreamInfo>();
        foreach (string key in (await client.KeysAsync(StreamKey(prefix))).Order(StringComparer.Ordinal))
        {
            if (await GetStreamInfoCoreAsync(key[StreamKey("").Length..], cancellationToken) is { } info)
            {
                streams.Add(info);
            }
        }

        return StreamListing.Of(streams, prefix, continuation, maxCount);
    }

    protected override async ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        while (true)
        {
            RedisClient.Transaction transaction = client.Watch(StreamKey(streamId));
            StoredEvent[] events = await RangeAsync(streamId, 0, -1);
            if (!expectedVersion.Matches(events.Length))
            {
                throw new ConcurrencyException(streamId, expectedVersion, events.Length);
            }

            Array.ForEach(events, stored => transaction.ZRem(FeedKey, stored.Offset));
            transaction.Del(StreamKey(streamId));
            transaction.Del(IdsKey(streamId));
            if (await transaction.ExecAsync())
            {
                return events.Length > 0;
            }
        }
    }

    private async Task<StoredEvent[]> RangeAsync(string streamId, long start, long stop) =>
        Array.ConvertAll(await client.LRangeAsync(StreamKey(streamId), start, stop), StoredEvent.Parse);

    private async Task<Dictionary<EventId, StoredEvent>> FindAsync(AppendBatch batch)
    {
        var found = new Dictionary<EventId, StoredEvent>();
        for (int i = 0; i < batch.Count; i++)
        {
            EventId id = batch.Events[i].Id;
            string? sequence = await client.HGetAsync(IdsKey(batch.StreamId), id.ToString());
            if (sequence is not null && long.Parse(sequence, CultureInfo.InvariantCulture) is var at && await RangeAsync(batch.StreamId, at, at) is [var stored])
            {
                found.Add(id, stored);
            }
        }

        return found;
    }
}
