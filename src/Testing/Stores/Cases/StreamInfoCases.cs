using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>What a store knows of a stream without reading it.</summary>
internal static class StreamInfoCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("There is no info of a stream that is not there", MissingAsync),
        new("Stream info says version, category, times and incarnation", InfoAsync),
        new("Stream info follows every append", FollowsAsync),
        new("The last time stamp is the last event's, not the greatest", LastStampAsync),
        new("The first append gives the stream its category, for good", CategoryAsync),
        new("A category may be any text, and no category is none", CategoriesAsync),
        new("A refused append leaves stream info as it was", RefusedAsync),
        new("Streams of Daybook's own have info, too", SystemAsync),
        new("Without a chain there are no hashes", NoHashAsync),
    ];

    private static async Task MissingAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
        _ = await store.AppendAsync("ab", 0, 1, token);
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task InfoAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 3, 2, token);
        _ = await store.AppendAsync("a", 8, 1, token);
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        var expected = new StreamInfo
        {
            StreamId = "a",
            Version = 3,
            FirstSequence = 0,
            Category = "sample",
            FirstTimestamp = Sample.Start.AddSeconds(3),
            LastTimestamp = Sample.Start.AddSeconds(8),
            Incarnation = Sample.Id(3),
        };
        Check.Equal(expected, info with { Hash = null, HashBefore = null });
        Check.Equal(3, info.Count);
    }

    private static async Task FollowsAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 20; i++)
        {
            _ = await store.AppendAsync("a", i * 2, 2, token);
            StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
            Check.Equal((i + 1) * 2, info.Version);
            Check.Equal(Sample.Start, info.FirstTimestamp);
            Check.Equal(Sample.Start.AddSeconds((i * 2) + 1), info.LastTimestamp);
            Check.Equal(Sample.Id(0), info.Incarnation);
        }
    }

    private static async Task LastStampAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 100, 1, token);
        _ = await store.AppendAsync("a", 50, 1, token);
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(Sample.Start.AddSeconds(100), info.FirstTimestamp);
        Check.Equal(Sample.Start.AddSeconds(50), info.LastTimestamp);
    }

    private static async Task CategoryAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Sample.Batch("a", category: "first").Note(0), token);
        _ = await store.PutAsync(Sample.Batch("a", category: "second").Note(1), token);
        _ = await store.PutAsync(Sample.Batch("a", category: null).Note(2), token);
        Check.Equal("first", (await store.GetStreamInfoAsync("a", token))!.Category);
        _ = await store.PutAsync(Sample.Batch("b", category: null).Note(3), token);
        _ = await store.PutAsync(Sample.Batch("b", category: "late").Note(4), token);
        Check.Equal(null, (await store.GetStreamInfoAsync("b", token))!.Category);
    }

    private static async Task CategoriesAsync(IEventStore store, CancellationToken token)
    {
        string?[] categories = [null, "x", "it's", "日本😀", new string('c', 200), "%"];
        for (int i = 0; i < categories.Length; i++)
        {
            _ = await store.PutAsync(Sample.Batch($"stream-{i}", category: categories[i]).Note(i), token);
        }

        for (int i = 0; i < categories.Length; i++)
        {
            Check.Equal(categories[i], (await store.GetStreamInfoAsync($"stream-{i}", token))!.Category);
        }
    }

    private static async Task RefusedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        StreamInfo? before = await store.GetStreamInfoAsync("a", token);
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.PutAsync(Sample.Batch("a", ExpectedVersion.At(9)).Note(5), token));
        _ = await Check.ThrowsAsync<DuplicateEventException>(async () => _ = await store.PutAsync(Sample.Batch("a").Note(5).Note(1), token));
        Check.Equal(before, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task SystemAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendSystemAsync("$snapshots:a", 4, token);
        StreamInfo info = (await store.GetStreamInfoAsync("$snapshots:a", token))!;
        Check.Equal(1, info.Version);
        Check.Equal(null, info.Category);
        Check.Equal(Sample.Id(4), info.Incarnation);
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task NoHashAsync(IEventStore store, CancellationToken token)
    {
        Needs.NoChain(store);
        _ = await store.AppendAsync("a", 0, 2, token);
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(null, info.Hash);
        Check.Equal(null, info.HashBefore);
        using Stores.EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Equal(null, page.HashOf(page.Events[0]));
    }
}
