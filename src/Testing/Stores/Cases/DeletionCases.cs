using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Deletion of streams.</summary>
internal static class DeletionCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A deleted stream is gone from everywhere", GoneAsync),
        new("A stream that was deleted comes back as a new incarnation at sequence 0", BackAsync),
        new("A deletion says whether there was a stream", SaysAsync),
        new("A deletion of one stream leaves the others as they were", OthersAsync),
        new("A deletion at the expected version goes through", ExpectedAsync),
        new("A deletion at another version is refused with both versions, and deletes nothing", UnexpectedAsync),
        new("A deletion that expects a stream is refused where none is", MissingAsync),
        new("A deletion that expects no stream is refused where one is", NoStreamAsync),
        new("A deletion takes the snapshots along", SnapshotsAsync),
        new("A stream can be deleted and created again and again", AgainAsync),
        new("A long stream can be deleted", LongAsync),
        new("A new incarnation may have another category", CategoryAsync),
    ];

    private static async Task GoneAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        AppendResult last = await store.AppendAsync("b", 0, 1, token);
        Check.True(await store.DeleteStreamAsync("a", default, token));
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Equal(0, page.Count);
        Check.Equal(0, page.StreamVersion);
        Check.Sequence(["b"], await ListingCases.NamesAsync(store, "", 10, token));
        Check.Sequence(["b 0"], await store.FeedPlacesAsync(last, token));
    }

    private static async Task BackAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        AppendResult result = await store.AppendAsync("a", 10, 2, token);
        Check.Equal(0, result.FirstSequence);
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(2, info.Version);
        Check.Equal(0, info.FirstSequence);
        Check.Equal(Sample.Id(10), info.Incarnation);
        Check.Equal(Sample.Start.AddSeconds(10), info.FirstTimestamp);
        Check.Sequence([Sample.IdText(10), Sample.IdText(11)], (await store.ReadAsync("a", token)).Select(line => line.Split(' ')[2]));
        Check.Equal(2, (await store.FeedAsync(result, token)).Count);
    }

    private static async Task SaysAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(false, await store.DeleteStreamAsync("a", default, token));
        _ = await store.AppendAsync("a", 0, 1, token);
        Check.Equal(true, await store.DeleteStreamAsync("a", default, token));
        Check.Equal(false, await store.DeleteStreamAsync("a", default, token));
    }

    private static async Task OthersAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 30; i++)
        {
            _ = await store.AppendAsync($"stream-{i % 3}", i, 1, token);
        }

        List<string> first = await store.ReadAsync("stream-0", token);
        List<string> third = await store.ReadAsync("stream-2", token);
        _ = await store.DeleteStreamAsync("stream-1", default, token);
        Check.Sequence(first, await store.ReadAsync("stream-0", token));
        Check.Sequence(third, await store.ReadAsync("stream-2", token));
        Check.True((await store.AppendAsync("stream-0", 3, 1, token)).WasRepeated);
    }

    private static async Task ExpectedAsync(IEventStore store, CancellationToken token)
    {
        foreach (ExpectedVersion expected in (ExpectedVersion[])[ExpectedVersion.Any, ExpectedVersion.Exists, ExpectedVersion.At(3)])
        {
            _ = await store.AppendAsync("a", 0, 3, token);
            Check.True(await store.DeleteStreamAsync("a", expected, token));
        }
    }

    private static async Task UnexpectedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        List<string> before = await store.ReadAsync("a", token);
        foreach (long version in (long[])[1, 2, 4])
        {
            var exception = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.DeleteStreamAsync("a", ExpectedVersion.At(version), token));
            Check.Equal("a", exception.StreamId);
            Check.Equal(ExpectedVersion.At(version), exception.Expected);
            Check.Equal(3, exception.Actual);
        }

        Check.Sequence(before, await store.ReadAsync("a", token));
    }

    private static async Task MissingAsync(IEventStore store, CancellationToken token)
    {
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.DeleteStreamAsync("a", ExpectedVersion.Exists, token));
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.DeleteStreamAsync("a", ExpectedVersion.At(1), token));
        Check.Equal(false, await store.DeleteStreamAsync("a", ExpectedVersion.NoStream, token));
    }

    private static async Task NoStreamAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.DeleteStreamAsync("a", ExpectedVersion.NoStream, token));
        Check.Equal(1, await store.VersionAsync("a", token));
    }

    private static async Task SnapshotsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.AppendAsync("ab", 10, 3, token);
        _ = await store.AppendSystemAsync("$snapshots:a", 5, token);
        _ = await store.AppendSystemAsync("$snapshots:ab", 6, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        Check.Equal(null, await store.GetStreamInfoAsync("$snapshots:a", token));
        Check.Equal(1, await store.VersionAsync("$snapshots:ab", token));
    }

    private static async Task AgainAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 30; i++)
        {
            Check.Equal(0, (await store.AppendAsync("a", i * 3, 3, token)).FirstSequence);
            Check.Equal(Sample.Id(i * 3), (await store.GetStreamInfoAsync("a", token))!.Incarnation);
            Check.Equal(3, (await store.ReadAsync("a", token)).Count);
            Check.True(await store.DeleteStreamAsync("a", ExpectedVersion.At(3), token));
        }
    }

    private static async Task LongAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 20; i++)
        {
            _ = await store.AppendAsync("a", i * 500, 500, token);
            _ = await store.AppendAsync("b", i, 1, token);
        }

        Check.True(await store.DeleteStreamAsync("a", ExpectedVersion.At(10_000), token));
        AppendResult last = await store.AppendAsync("a", 0, 1, token);
        Check.Equal(0, last.FirstSequence);
        Check.Equal(21, (await store.FeedAsync(last, token)).Count);
    }

    private static async Task CategoryAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Sample.Batch("a", category: "old").Note(0), token);
        _ = await store.DeleteStreamAsync("a", default, token);
        _ = await store.PutAsync(Sample.Batch("a", category: "new").Note(1), token);
        Check.Equal("new", (await store.GetStreamInfoAsync("a", token))!.Category);
    }
}
