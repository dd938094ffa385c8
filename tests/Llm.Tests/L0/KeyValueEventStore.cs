using Daybook.Llm;
using Daybook.Stores;

namespace Daybook.Tests.L0;

/// <summary>A store over a key-value server, as the documents show for Redis: a list for each stream, by keys with a prefix.</summary>
internal sealed class KeyValueEventStore(KeyValues client, StorageAdapterConfig config) : BaseEventStore
{
    private string Prefix { get; } = $"{config.Prefix ?? "l0"}:stream:";

    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = false };

    protected override ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            string key = Prefix + batch.StreamId;
            IReadOnlyList<KeyValues.Value> stream = client.Range(key);
            AppendResult? repeated = AppendRules.Decide(
                batch, Info(batch.StreamId), id => stream.TakeWhile(value => value.Recorded.Id != id).Count() is int at && at < stream.Count ? at : -1, (from, count) => Page(batch.StreamId, from, count));
            if (repeated is not null)
            {
                return new(repeated.Value);
            }

            var result = new AppendResult(stream.Count, batch.Count, client.NextOffset);
            foreach (ref readonly PendingEvent pending in batch.Events)
            {
                RecordedEvent recorded = pending.Record(batch.StreamId, client.Range(key).Count, client.NextOffset++, client.Types.GetOrAdd(pending.Schema));
                client.Push(key, new(recorded, batch.PayloadOf(pending).ToArray(), batch.Category));
            }

            return new(result);
        }
    }

    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            return new(Page(streamId, fromSequence, maxCount));
        }
    }

    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            var page = new EventPageBuilder(client.Types);
            long next = Math.Max(fromOffset, client.NextOffset);
            IEnumerable<KeyValues.Value> all = Streams().Where(id => !id.StartsWith('$')).SelectMany(id => client.Range(Prefix + id));
            foreach (KeyValues.Value value in all.Where(value => value.Recorded.Offset >= fromOffset).OrderBy(value => value.Recorded.Offset).Take(maxCount))
            {
                page.Add(value.Recorded, value.Payload);
                next = value.Recorded.Offset + 1;
            }

            return new(page.ToPage(next));
        }
    }

    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            return new(client.NextOffset);
        }
    }

    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            return new(Info(streamId));
        }
    }

    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            return new(StreamListing.Of(Streams().Select(id => Info(id)!), prefix, continuation, maxCount));
        }
    }

    protected override ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        lock (client.Lock)
        {
            long version = Info(streamId)?.Version ?? 0;
            return expectedVersion.Matches(version) ? new(client.Remove(Prefix + streamId)) : throw new ConcurrencyException(streamId, expectedVersion, version);
        }
    }

    private IEnumerable<string> Streams() =>
        client.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Select(key => key[Prefix.Length..]).ToList();

    private EventPage Page(string streamId, long from, int count)
    {
        var page = new EventPageBuilder(client.Types);
        foreach (KeyValues.Value value in client.Range(Prefix + streamId).Skip((int)Math.Min(from, int.MaxValue)).Take(count))
        {
            page.Add(value.Recorded, value.Payload);
        }

        return page.ToPage(from + page.Count, Info(streamId));
    }

    private StreamInfo? Info(string streamId) => client.Range(Prefix + streamId) is not [var first, ..] stream ? null : new()
    {
        StreamId = streamId,
        Category = first.Category,
        Version = stream.Count,
        FirstSequence = 0,
        Incarnation = first.Recorded.Id,
        FirstTimestamp = new(first.Recorded.TimestampTicks, TimeSpan.Zero),
        LastTimestamp = new(stream[^1].Recorded.TimestampTicks, TimeSpan.Zero),
    };
}
