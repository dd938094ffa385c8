using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Truncation: the first events of a stream go, everything else stays.</summary>
internal static class TruncationCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A store that cannot truncate says so, and changes nothing", CannotAsync),
        Of("A truncated stream begins at the cut", CutAsync),
        Of("A truncation leaves version, incarnation and first time stamp", InfoAsync),
        Of("A page of a truncated stream says where the stream begins", PageAsync),
        Of("The feed leaves out truncated events", FeedAsync),
        Of("Appends to a truncated stream go on with its version", AppendAsync),
        Of("A stream can be truncated to its version, and still exists", AllAsync),
        Of("A truncation at or before the first sequence does nothing and says so", NothingAsync),
        Of("A stream can be truncated again and again", AgainAsync),
        Of("A truncation beyond the version is refused", BeyondAsync),
        Of("A truncation of a stream that is not there is refused", MissingAsync),
        Of("A truncation leaves other streams as they were", OthersAsync),
        Of("A truncation keeps the snapshots", SnapshotsAsync),
        Of("A truncated stream that is deleted comes back at sequence 0", DeleteAsync),
        Of("A page read before a truncation stays as it was", StaysAsync),
        Of("Streams of Daybook's own can be truncated", SystemAsync),
        Of("The cut may fall into the middle of an append", MiddleAsync),
    ];

    private static ComplianceCase Of(string name, Func<IEventStore, CancellationToken, Task> run) => new(name, (IEventStore store, CancellationToken token) =>
    {
        Needs.Truncation(store);
        return run(store, token);
    });

    private static async Task CannotAsync(IEventStore store, CancellationToken token)
    {
        Needs.NoTruncation(store);
        _ = await store.AppendAsync("a", 0, 5, token);
        _ = await Check.ThrowsAsync<NotSupportedException>(async () => _ = await store.TruncateStreamAsync("a", 3, token));
        Check.Equal(5, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task CutAsync(IEventStore store, CancellationToken token)
    {
        for (int cut = 1; cut < 6; cut++)
        {
            string stream = $"stream-{cut}";
            _ = await store.AppendAsync(stream, 0, 6, token);
            List<string> before = await store.ReadAsync(stream, token);
            Check.True(await store.TruncateStreamAsync(stream, cut, token));
            Check.Sequence(before.Skip(cut), await store.ReadAsync(stream, token));
            Check.Sequence(before.Skip(cut), await store.ReadAsync(stream, token, cut, 1));
            Check.Sequence(before.Skip(5), await store.ReadAsync(stream, token, 5));
        }
    }

    private static async Task InfoAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 6, token);
        StreamInfo before = (await store.GetStreamInfoAsync("a", token))!;
        _ = await store.TruncateStreamAsync("a", 4, token);
        StreamInfo after = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(before with { FirstSequence = 4, HashBefore = null }, after with { HashBefore = null });
        Check.Equal(2, after.Count);
        Check.Equal(after, (await store.ListStreamsAsync("", null, 10, token)).Streams.Single());
    }

    private static async Task PageAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 6, token);
        _ = await store.TruncateStreamAsync("a", 4, token);
        foreach (long from in (long[])[0, 3, 4, 5, 6, 100])
        {
            using EventPage page = await store.ReadStreamAsync("a", from, 1, token);
            Check.Equal(4, page.FirstSequence);
            Check.Equal(6, page.StreamVersion);
            Check.Equal(Sample.Id(0), page.Incarnation);
            Check.Equal(from < 6 ? 1 : 0, page.Count);
            Check.True(page.Count == 0 || page.Events[0].Sequence == Math.Max(4, from));
        }
    }

    private static async Task FeedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        _ = await store.AppendAsync("b", 10, 2, token);
        AppendResult last = await store.AppendAsync("a", 4, 2, token);
        _ = await store.TruncateStreamAsync("a", 3, token);
        Check.Sequence(["a 3", "b 0", "b 1", "a 4", "a 5"], await store.FeedPlacesAsync(last, token, 2));
    }

    private static async Task AppendAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        _ = await store.TruncateStreamAsync("a", 2, token);
        AppendResult result = await store.PutAsync(Sample.Batch("a", ExpectedVersion.At(4)).Note(10), token);
        Check.Equal(4, result.FirstSequence);
        Check.Sequence(["a 2", "a 3", "a 4"], await store.FeedPlacesAsync(result, token));
        Check.Equal(2, (await store.GetStreamInfoAsync("a", token))!.FirstSequence);
    }

    private static async Task AllAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        Check.True(await store.TruncateStreamAsync("a", 4, token));
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(4, info.Version);
        Check.Equal(0, info.Count);
        Check.Equal(Sample.Start.AddSeconds(3), info.LastTimestamp);
        Check.Sequence([], await store.ReadAsync("a", token));
        Check.Sequence(["a"], await ListingCases.NamesAsync(store, "", 10, token));
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.PutAsync(Sample.Batch("a", ExpectedVersion.NoStream).Note(9), token));
        Check.Equal(4, (await store.AppendAsync("a", 9, 1, token)).FirstSequence);
    }

    private static async Task NothingAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        Check.Equal(false, await store.TruncateStreamAsync("a", 0, token));
        Check.Equal(true, await store.TruncateStreamAsync("a", 2, token));
        Check.Equal(false, await store.TruncateStreamAsync("a", 2, token));
        Check.Equal(false, await store.TruncateStreamAsync("a", 1, token));
        Check.Equal(2, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task AgainAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 20; i++)
        {
            _ = await store.AppendAsync("a", i * 3, 3, token);
            Check.True(await store.TruncateStreamAsync("a", (i * 3) + 1, token));
            Check.Sequence([$"{(i * 3) + 1}", $"{(i * 3) + 2}"], (await store.ReadAsync("a", token)).Select(line => line.Split(' ')[1]));
        }
    }

    private static async Task BeyondAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        foreach (long beyond in (long[])[5, long.MaxValue])
        {
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.TruncateStreamAsync("a", beyond, token));
        }

        Check.Equal(4, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task MissingAsync(IEventStore store, CancellationToken token)
    {
        var exception = await Check.ThrowsAsync<StreamNotFoundException>(async () => _ = await store.TruncateStreamAsync("a", 0, token));
        Check.Equal("a", exception.StreamId);
    }

    private static async Task OthersAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 30; i++)
        {
            _ = await store.AppendAsync($"stream-{i % 3}", i, 1, token);
        }

        List<string> before = await store.ReadAsync("stream-0", token);
        _ = await store.TruncateStreamAsync("stream-1", 9, token);
        Check.Sequence(before, await store.ReadAsync("stream-0", token));
        Check.Equal(10, (await store.GetStreamInfoAsync("stream-2", token))!.Count);
    }

    private static async Task SnapshotsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        _ = await store.AppendSystemAsync("$snapshots:a", 100, token);
        _ = await store.TruncateStreamAsync("a", 4, token);
        Check.Equal(1, (await store.ReadAsync("$snapshots:a", token)).Count);
    }

    private static async Task DeleteAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        _ = await store.TruncateStreamAsync("a", 3, token);
        Check.True(await store.DeleteStreamAsync("a", ExpectedVersion.At(4), token));
        Check.Equal(0, (await store.AppendAsync("a", 10, 1, token)).FirstSequence);
        Check.Equal(0, (await store.GetStreamInfoAsync("a", token))!.FirstSequence);
    }

    private static async Task StaysAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        List<string> before = [.. Sample.Lines(page)];
        _ = await store.TruncateStreamAsync("a", 4, token);
        _ = await store.AppendAsync("a", 10, 4, token);
        Check.Sequence(before, Sample.Lines(page));
    }

    private static async Task SystemAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 4; i++)
        {
            _ = await store.AppendSystemAsync("$checkpoint:x", i, token);
        }

        Check.True(await store.TruncateStreamAsync("$checkpoint:x", 3, token));
        Check.Sequence(["3"], (await store.ReadAsync("$checkpoint:x", token)).Select(line => line.Split(' ')[1]));
    }

    private static async Task MiddleAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 100, token);
        AppendResult last = await store.AppendAsync("a", 100, 100, token);
        _ = await store.TruncateStreamAsync("a", 150, token);
        Check.Sequence(Enumerable.Range(150, 50).Select(i => $"a {i}"), await store.FeedPlacesAsync(last, token));
        AppendResult again = await store.AppendAsync("a", 150, 50, token);
        Check.True(again.WasRepeated);
        Check.Equal(last.OffsetOf(99), again.OffsetOf(49));
    }
}
