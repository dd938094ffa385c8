using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Stream info, listings and deletion.</summary>
internal static class StreamCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Stream info says version, category, times and incarnation", InfoAsync),
        new("A listing gives every stream once, whatever the page size", ListAsync),
        new("A listing takes a prefix literally", PrefixAsync),
        new("A deleted stream is gone, and comes back as a new incarnation", DeleteAsync),
        new("A deletion looks at the expected version", DeleteExpectedAsync),
        new("A deletion takes the snapshots along", SnapshotsAsync),
        new("Streams of Daybook's own stay out of feeds and listings", SystemAsync),
    ];

    internal static async Task<List<string>> NamesAsync(IEventStore store, string prefix, int pageSize, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, pageSize, cancellationToken);
            Check.True(listing.Streams.Length <= pageSize);
            names.AddRange(listing.Streams.Select(stream => stream.StreamId));
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static async Task InfoAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        Check.Equal(null, await store.GetStreamInfoAsync("a", cancellationToken));
        _ = await store.AppendAsync("a", 3, 2, cancellationToken);
        _ = await store.AppendAsync("a", 8, 1, cancellationToken);
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
        Check.Equal(expected, await store.GetStreamInfoAsync("a", cancellationToken));
        Check.Equal(expected, (await store.ListStreamsAsync("", null, 10, cancellationToken)).Streams.Single());
    }

    private static async Task ListAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        var expected = new List<string>();
        for (int i = 0; i < 25; i++)
        {
            expected.Add($"stream-{i:D2}");
            _ = await store.AppendAsync(expected[i], i, 1, cancellationToken);
        }

        foreach (int size in (int[])[1, 4, 25, 1000])
        {
            Check.Sequence(expected, await NamesAsync(store, "", size, cancellationToken));
        }
    }

    private static async Task PrefixAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        string[] names = ["a", "a%b", "a_b", "axb", "a/b", "A", "ä", "a'b", "日本", "日本語", "a\\b"];
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < names.Length; i++)
        {
            _ = await store.AppendAsync(names[i], i, 1, cancellationToken);
        }

        foreach (string prefix in (string[])["", "a", "a%", "a_", "a/", "A", "日", "日本", "nobody"])
        {
            IEnumerable<string> expected = names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            Check.Sequence(expected, await NamesAsync(store, prefix, 2, cancellationToken));
        }
    }

    private static async Task DeleteAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        Check.Equal(false, await store.DeleteStreamAsync("a", default, cancellationToken));
        _ = await store.AppendAsync("a", 0, 3, cancellationToken);
        _ = await store.AppendAsync("b", 0, 1, cancellationToken);
        Check.Equal(true, await store.DeleteStreamAsync("a", default, cancellationToken));
        Check.Equal(false, await store.DeleteStreamAsync("a", default, cancellationToken));
        Check.Equal(null, await store.GetStreamInfoAsync("a", cancellationToken));
        Check.Equal(0, (await store.ReadAsync("a")).Count);
        Check.Sequence(["b"], await NamesAsync(store, "", 10, cancellationToken));
        _ = await store.AppendAsync("a", 10, 1, cancellationToken);
        StreamInfo? info = await store.GetStreamInfoAsync("a", cancellationToken);
        Check.Equal(1, info!.Version);
        Check.Equal(Sample.Id(10), info.Incarnation);
    }

    private static async Task DeleteExpectedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 3, cancellationToken);
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.DeleteStreamAsync("a", ExpectedVersion.At(2), cancellationToken));
        Check.Equal(3, (await store.ReadAsync("a")).Count);
        Check.True(await store.DeleteStreamAsync("a", ExpectedVersion.At(3), cancellationToken));
    }

    private static async Task SnapshotsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 3, cancellationToken);
        await SystemAppendAsync(store, "$snapshots:a", 5, cancellationToken);
        _ = await store.DeleteStreamAsync("a", default, cancellationToken);
        Check.Equal(null, await store.GetStreamInfoAsync("$snapshots:a", cancellationToken));
    }

    private static async Task SystemAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < 10; i++)
        {
            _ = await store.AppendAsync("a", i, 1, cancellationToken);
            await SystemAppendAsync(store, "$snapshots:a", 100 + i, cancellationToken);
        }

        Check.Sequence(["a"], await NamesAsync(store, "", 10, cancellationToken));
        Check.Sequence(["$snapshots:a"], await NamesAsync(store, "$", 10, cancellationToken));
        Check.Equal(10, (await ReadCases.FeedAsync(store, 3, cancellationToken)).Count);
        Check.Equal(10, (await store.ReadAsync("$snapshots:a")).Count);
    }

    private static async Task SystemAppendAsync(IEventStore store, string streamId, int number, CancellationToken cancellationToken)
    {
        using AppendBatch batch = new();
        batch.StartSystem(streamId);
        _ = await store.AppendAsync(batch.Note(number), cancellationToken);
    }
}
