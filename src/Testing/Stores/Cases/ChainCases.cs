using System.Collections.Immutable;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>The hash chain, recomputed by the suite.</summary>
internal static class ChainCases
{
    private static readonly byte[] Zeros = new byte[ChainHash.Size];

    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        Of("Every event of a new stream has the hash that its content gives", HashesAsync),
        Of("The chain covers metadata, time stamps, types and empty payloads", ContentAsync),
        Of("Stream info has the last event's hash, and zeros before the first", InfoAsync),
        Of("Each stream has a chain of its own", StreamsAsync),
        Of("The feed gives the same hashes as the streams", FeedAsync),
        Of("Queries give the same hashes as the streams", QueryAsync),
        Of("A repeated append leaves the chain as it was", RepeatedAsync),
        Of("A new incarnation begins a new chain", DeletedAsync),
        Of("Streams of Daybook's own are chained, too", SystemAsync),
        Of("A truncation keeps the hash before the first event", TruncatedAsync),
        Of("A replacement keeps the event's hash", ReplacedAsync),
        Of("A stream with an origin goes on with the chain that it copies", OriginAsync),
    ];

    private static ComplianceCase Of(string name, Func<IEventStore, CancellationToken, Task> run) => new(name, (IEventStore store, CancellationToken token) =>
    {
        Needs.Chain(store);
        return run(store, token);
    });

    /// <summary>Recomputes the chain of a stream over all its pages.</summary>
    internal static async Task<byte[]> CheckAsync(IEventStore store, string streamId, byte[] before, CancellationToken token)
    {
        byte[] hash = before;
        for (long from = 0; ;)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, from, 3, token);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                RecordSchema schema = page.Types[recorded.TypeIndex];
                hash = ChainHashing.Next(
                    hash, streamId, recorded.Sequence, recorded.Id, recorded.TimestampTicks, schema.Name, schema.Version, recorded.Metadata, page.PayloadOf(recorded));
                Check.Equal(new ChainHash(hash), page.HashOf(recorded));
            }

            if (page.Count == 0)
            {
                Check.Equal(new ChainHash(hash), (await store.GetStreamInfoAsync(streamId, token))!.Hash);
                return hash;
            }

            from = page.Next;
        }
    }

    private static async Task HashesAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 10; i++)
        {
            _ = await store.AppendAsync("a", i * 10, 1 + (i % 3), token);
        }

        _ = await CheckAsync(store, "a", Zeros, token);
    }

    private static async Task ContentAsync(IEventStore store, CancellationToken token)
    {
        var metadata = new EventMetadata { CorrelationId = "c", Actor = "日本", Headers = EventMetadata.Empty.Headers.Add("b", "1").Add("a", "") };
        _ = await store.PutAsync(
            Sample.Batch("日本").Note(0, metadata: metadata).Count(1).Raw(2, []).Note(EventId.From("a", "b"), 3, at: DateTimeOffset.MaxValue).Note(4, new string('x', 70_000)), token);
        _ = await CheckAsync(store, "日本", Zeros, token);
    }

    private static async Task InfoAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 5; i++)
        {
            _ = await store.AppendAsync("a", i, 1, token);
            _ = await CheckAsync(store, "a", Zeros, token);
            Check.Equal(default(ChainHash), (await store.GetStreamInfoAsync("a", token))!.HashBefore);
        }
    }

    private static async Task StreamsAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 12; i++)
        {
            _ = await store.AppendAsync($"stream-{i % 3}", i / 3, 1, token);
        }

        byte[] first = await CheckAsync(store, "stream-0", Zeros, token);
        byte[] second = await CheckAsync(store, "stream-1", Zeros, token);
        Check.True(!first.SequenceEqual(second));
    }

    private static async Task FeedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        await store.CatchUpAsync(await store.AppendAsync("b", 0, 3, token), token);
        using EventPage feed = await store.ReadFeedAsync(0, 10, token);
        await SameAsync(store, feed, token);
    }

    private static async Task QueryAsync(IEventStore store, CancellationToken token)
    {
        await store.CatchUpAsync(await store.PutAsync(Sample.Batch("a").Note(0).Count(1).Note(2).Count(3), token), token);
        using EventPage page = await store.ReadQueryAsync(new() { Types = [new("sample.counted", 2)], NewestFirst = true }, long.MaxValue, 10, token);
        Check.Equal(2, page.Count);
        await SameAsync(store, page, token);
    }

    private static async Task SameAsync(IEventStore store, EventPage page, CancellationToken token)
    {
        for (int i = 0; i < page.Count; i++)
        {
            using EventPage one = await store.ReadStreamAsync(page.Events[i].StreamId, page.Events[i].Sequence, 1, token);
            Check.True(page.HashOf(page.Events[i]) is not null);
            Check.Equal(one.HashOf(one.Events[0]), page.HashOf(page.Events[i]));
        }
    }

    private static async Task RepeatedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        StreamInfo? before = await store.GetStreamInfoAsync("a", token);
        _ = await store.AppendAsync("a", 0, 3, token);
        Check.Equal(before, await store.GetStreamInfoAsync("a", token));
        _ = await CheckAsync(store, "a", Zeros, token);
    }

    private static async Task DeletedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        _ = await store.AppendAsync("a", 5, 2, token);
        _ = await CheckAsync(store, "a", Zeros, token);
    }

    private static async Task SystemAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendSystemAsync("$snapshots:a", 0, token);
        _ = await store.AppendSystemAsync("$snapshots:a", 1, token);
        _ = await CheckAsync(store, "$snapshots:a", Zeros, token);
    }

    private static async Task TruncatedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        _ = await store.AppendAsync("a", 0, 6, token);
        ChainHash before;
        using (EventPage page = await store.ReadStreamAsync("a", 3, 1, token))
        {
            before = page.HashOf(page.Events[0])!.Value;
        }

        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        _ = await store.TruncateStreamAsync("a", 4, token);
        StreamInfo after = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(before, after.HashBefore);
        Check.Equal(info.Hash, after.Hash);
        _ = await store.AppendAsync("a", 10, 2, token);
        _ = await CheckAsync(store, "a", Bytes(before), token);
        _ = await store.TruncateStreamAsync("a", 8, token);
        after = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(after.Hash, after.HashBefore);
    }

    private static async Task ReplacedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Replacement(store);
        _ = await store.AppendAsync("a", 0, 3, token);
        StreamInfo? info = await store.GetStreamInfoAsync("a", token);
        using EventPage before = await store.ReadStreamAsync("a", 0, 10, token);
        _ = await store.ReplaceEventAsync("a", 1, Sample.Counted, new byte[] { 0x91, 7 }, token);
        using EventPage after = await store.ReadStreamAsync("a", 0, 10, token);
        for (int i = 0; i < 3; i++)
        {
            Check.Equal(before.HashOf(before.Events[i]), after.HashOf(after.Events[i]));
        }

        Check.Equal(info, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task OriginAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        byte[] before = [.. Enumerable.Range(1, ChainHash.Size).Select(i => (byte)i)];
        AppendBatch batch = Sample.Notes("a", 0, 2);
        batch.Origin = new(5, Sample.Id(77), Sample.Start.UtcTicks, new ChainHash(before));
        _ = await store.PutAsync(batch, token);
        Check.Equal(new ChainHash(before), (await store.GetStreamInfoAsync("a", token))!.HashBefore);
        _ = await CheckAsync(store, "a", before, token);
    }

    private static byte[] Bytes(ChainHash hash) => Convert.FromHexString(hash.ToString());
}
