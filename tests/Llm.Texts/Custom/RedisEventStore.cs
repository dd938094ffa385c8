using System.Globalization;
using Daybook.Stores;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>
/// A store over Redis, as the texts show one, and right: an append is written only if nobody else has appended since it looked, so that two writers cannot
/// get one sequence, and event ids are known, so that a repeated append adds nothing. A list per stream, a hash of its events by id, and a sorted set for the
/// order of all events.
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
        string[] ids = [.. Enumerable.Range(0, batch.Count).Select(i => batch.Events[i].Id.ToString())];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (StreamInfo? info, StoredEvent[] known, long offset) = await client.ReadAsync(redis =>
                (Info(redis, batch.StreamId), Parse(redis.HMGet(IdsKey(batch.StreamId), ids)), redis.Get(OffsetKey)));
            AppendResult? repeated = AppendRules.Decide(
                batch,
                info,
                id => known.FirstOrDefault(stored => stored.Id == id.ToGuid())?.Sequence ?? -1,
                (from, count) => _pages.ToPage(known.Where(stored => stored.Sequence >= from).OrderBy(stored => stored.Sequence).Take(count), from + count, info));
            if (repeated is not null)
            {
                return repeated.Value;
            }

            var result = new AppendResult(info?.Version ?? 0, batch.Count, offset);
            StoredEvent[] events = [.. Enumerable.Range(0, batch.Count).Select(i => StoredEvent.Of(batch, i, result.FirstSequence + i, offset + i))];
            if (await client.WriteAsync(
                redis => redis.Get(OffsetKey) == offset && redis.LLen(StreamKey(batch.StreamId)) == result.FirstSequence,
                events.Select(Append).Append(redis => redis.IncrBy(OffsetKey, batch.Count))))
            {
                return result;
            }
        }
    }

    protected override async ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        (StreamInfo? info, StoredEvent[] events) = await client.ReadAsync(redis =>
            (Info(redis, streamId), Parse(redis.LRange(StreamKey(streamId), fromSequence, fromSequence + Math.Min(maxCount, int.MaxValue - 1) - 1))));
        return _pages.ToPage(events, fromSequence + events.Length, info);
    }

    protected override async ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        (long next, (long, string)[] places) = await client.ReadAsync(redis => (Math.Max(fromOffset, redis.Get(OffsetKey)), redis.ZRangeByScore(FeedKey, fromOffset, maxCount)));
        var events = new List<StoredEvent>();
        foreach ((long offset, string place) in places)
        {
            // Its stream may be gone, or be another one by now.
            long sequence = long.Parse(place.Split(' ')[0], CultureInfo.InvariantCulture);
            string key = StreamKey(place[(place.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            events.AddRange(Parse(await client.ReadAsync(redis => redis.LRange(key, sequence, sequence))).Where(stored => stored.Offset == offset));
            next = offset + 1;
        }

        return _pages.ToPage(events, next);
    }

    protected override async ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken) => await client.ReadAsync(redis => redis.Get(OffsetKey));

    protected override async ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken) =>
        await client.ReadAsync(redis => Info(redis, streamId));

    protected override async ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        string[] keys = await client.ReadAsync(redis => redis.Keys(StreamKey(prefix)));
        StreamInfo?[] streams = await Task.WhenAll(
            keys.Order(StringComparer.Ordinal).Select(key => client.ReadAsync(redis => Info(redis, key[StreamKey("").Length..]))));
        return StreamListing.Of(streams.OfType<StreamInfo>(), prefix, continuation, maxCount);
    }

    protected override async ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (StoredEvent[] events, long offset) = await client.ReadAsync(redis => (Parse(redis.LRange(StreamKey(streamId), 0, -1)), redis.Get(OffsetKey)));
            if (!expectedVersion.Matches(events.Length))
            {
                throw new ConcurrencyException(streamId, expectedVersion, events.Length);
            }

            Action<RedisClient>[] commands =
            [
                .. events.Select<StoredEvent, Action<RedisClient>>(stored => redis => redis.ZRem(FeedKey, stored.Offset)),
                redis => redis.Del(StreamKey(streamId)),
                redis => redis.Del(IdsKey(streamId)),
            ];
            if (await client.WriteAsync(redis => redis.Get(OffsetKey) == offset && redis.LLen(StreamKey(streamId)) == events.Length, commands))
            {
                return events.Length > 0;
            }
        }
    }

    private Action<RedisClient> Append(StoredEvent stored) => redis =>
    {
        string json = stored.ToJson();
        redis.RPush(StreamKey(stored.StreamId), json);
        redis.HSet(IdsKey(stored.StreamId), new EventId(stored.Id).ToString(), json);
        if (!stored.StreamId.StartsWith('$'))
        {
            redis.ZAdd(FeedKey, stored.Offset, $"{stored.Sequence} {stored.StreamId}");
        }

        if (ttl > TimeSpan.Zero)
        {
            redis.Expire(StreamKey(stored.StreamId), ttl);
            redis.Expire(IdsKey(stored.StreamId), ttl);
        }
    };

    private StreamInfo? Info(RedisClient redis, string streamId) =>
        Parse([.. redis.LRange(StreamKey(streamId), 0, 0), .. redis.LRange(StreamKey(streamId), -1, -1)]) is [var first, var last] ? StoredEvent.InfoOf(first, last) : null;

    private static StoredEvent[] Parse(string[] events) => Array.ConvertAll(events, StoredEvent.Parse);
}
