using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>How the pages of a query follow each other while the store lives on.</summary>
internal static class QueryPagingCases
{
    private static readonly EventQuery Counted = new() { Types = [new("sample.counted", 2)] };
    private static readonly EventQuery Newest = EventQuery.All with { NewestFirst = true };

    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A query of an empty store is an empty page, in both directions", EmptyAsync),
        new("A query goes on with what is appended later", LaterAsync),
        new("A query that found nothing yet goes on from where it has looked", LookedAsync),
        new("A query for the newest events is not disturbed by newer ones", NewerAsync),
        new("Oldest first, a query starts with the offset that it is given", FromAsync),
        new("Newest first, a query starts below the offset that it is given", BelowAsync),
        new("A few events among many are found, in both directions", SparseAsync),
        new("Pages of a query beside writers give every event once", WritersAsync),
        new("A query does not give what was deleted", DeletedAsync),
        new("A query goes by the category of the stream as it is now", RecreatedAsync),
        new("A query does not give what was truncated", TruncatedAsync),
        new("A query finds a replaced event by its new type alone", ReplacedAsync),
        new("A query gives payloads and metadata as the feed does", ContentAsync),
    ];

    private static async Task EmptyAsync(IEventStore store, CancellationToken token)
    {
        using EventPage oldest = await store.ReadQueryAsync(EventQuery.All, 0, 10, token);
        using EventPage newest = await store.ReadQueryAsync(Newest, long.MaxValue, 10, token);
        Check.Equal(0, oldest.Count + newest.Count);
    }

    private static async Task LaterAsync(IEventStore store, CancellationToken token)
    {
        long from = 0;
        for (int i = 0; i < 10; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Note(i * 2), token);
            await store.CatchUpAsync(await store.PutAsync(Sample.Batch("a").Count((i * 2) + 1), token), token);
            using EventPage page = await store.ReadQueryAsync(Counted, from, 10, token);
            Check.Equal(1, page.Count);
            Check.Equal((i * 2) + 1, page.Events[0].Sequence);
            from = page.Next;
        }
    }

    private static async Task LookedAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 500, token);
        await store.CatchUpAsync(last, token);
        using EventPage nothing = await store.ReadQueryAsync(Counted, 0, 10, token);
        Check.Equal(0, nothing.Count);
        Check.True(nothing.Next > last.OffsetOf(499));
        await store.CatchUpAsync(await store.PutAsync(Sample.Batch("a").Count(500), token), token);
        using EventPage page = await store.ReadQueryAsync(Counted, nothing.Next, 10, token);
        Check.Equal(1, page.Count);
    }

    private static async Task NewerAsync(IEventStore store, CancellationToken token)
    {
        await store.CatchUpAsync(await store.AppendAsync("a", 0, 20, token), token);
        var seen = new List<long>();
        for (long from = long.MaxValue; seen.Count < 20;)
        {
            using EventPage page = await store.ReadQueryAsync(Newest, from, 3, token);
            Check.True(page.Count > 0);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                seen.Add(recorded.Sequence);
            }

            from = page.Next;
            _ = await store.AppendAsync("a", 100 + (seen.Count * 10), 5, token);
        }

        Check.Sequence(Enumerable.Range(0, 20).Reverse().Select(i => (long)i), seen);
    }

    private static async Task FromAsync(IEventStore store, CancellationToken token)
    {
        AppendResult result = await store.AppendAsync("a", 0, 10, token);
        await store.CatchUpAsync(result, token);
        for (int i = 0; i < 10; i++)
        {
            using EventPage page = await store.ReadQueryAsync(EventQuery.All, result.OffsetOf(i), 3, token);
            Check.Equal(i, page.Events[0].Sequence);
        }
    }

    private static async Task BelowAsync(IEventStore store, CancellationToken token)
    {
        AppendResult result = await store.AppendAsync("a", 0, 10, token);
        await store.CatchUpAsync(result, token);
        for (int i = 1; i < 10; i++)
        {
            using EventPage page = await store.ReadQueryAsync(Newest, result.OffsetOf(i), 3, token);
            Check.Equal(i - 1, page.Events[0].Sequence);
        }

        using EventPage end = await store.ReadQueryAsync(Newest, result.OffsetOf(0), 3, token);
        Check.Equal(0, end.Count);
        using EventPage zero = await store.ReadQueryAsync(Newest, 0, 3, token);
        Check.Equal(0, zero.Count);
    }

    private static async Task SparseAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = default;
        for (int i = 0; i < 3; i++)
        {
            _ = await store.AppendAsync("a", i * 4000, 3000, token);
            last = await store.PutAsync(Sample.Batch("b").Count((i * 4000) + 3500), token);
        }

        last = await store.AppendAsync("a", 20_000, 3000, token);
        await store.CatchUpAsync(last, token);
        foreach (int size in (int[])[1, 2, 100])
        {
            Check.Sequence(["b 0", "b 1", "b 2"], await QueryReading.PlacesAsync(store, Counted, size, token));
            Check.Sequence(["b 2", "b 1", "b 0"], await QueryReading.PlacesAsync(store, Counted with { NewestFirst = true }, size, token));
        }
    }

    private static async Task WritersAsync(IEventStore store, CancellationToken token)
    {
        const int Appends = 60;
        Task[] writers = [.. Enumerable.Range(0, 3).Select(writer => Task.Run(
            async () =>
            {
                for (int i = 0; i < Appends; i++)
                {
                    _ = await store.PutAsync(Sample.Batch($"stream-{writer}").Note(i * 2).Count((i * 2) + 1), token);
                }
            },
            token))];
        var seen = new List<string>();
        for (long from = 0; seen.Count < 3 * Appends;)
        {
            Check.True(!writers.Any(writer => writer.IsFaulted));
            using EventPage page = await store.ReadQueryAsync(Counted, from, 5, token);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                seen.Add(FeedReading.Place(recorded));
            }

            from = page.Next;
        }

        await Task.WhenAll(writers);
        Check.Equal(3 * Appends, seen.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task DeletedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 5, token);
        AppendResult last = await store.AppendAsync("b", 10, 2, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        await store.CatchUpAsync(last, token);
        Check.Sequence(["b 0", "b 1"], await QueryReading.PlacesAsync(store, EventQuery.All, 10, token));
        Check.Sequence(["b 1", "b 0"], await QueryReading.PlacesAsync(store, Newest, 1, token));
    }

    private static async Task RecreatedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Sample.Batch("a", category: "old").Note(0), token);
        _ = await store.DeleteStreamAsync("a", default, token);
        await store.CatchUpAsync(await store.PutAsync(Sample.Batch("a", category: "new").Note(1), token), token);
        Check.Sequence([], await QueryReading.PlacesAsync(store, new() { Category = "old" }, 10, token));
        Check.Sequence(["a 0"], await QueryReading.PlacesAsync(store, new() { Category = "new" }, 10, token));
    }

    private static async Task TruncatedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        AppendResult last = await store.AppendAsync("a", 0, 5, token);
        _ = await store.TruncateStreamAsync("a", 3, token);
        await store.CatchUpAsync(last, token);
        Check.Sequence(["a 3", "a 4"], await QueryReading.PlacesAsync(store, EventQuery.All, 10, token));
        Check.Sequence(["a 4", "a 3"], await QueryReading.PlacesAsync(store, Newest, 10, token));
    }

    private static async Task ReplacedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Replacement(store);
        AppendResult last = await store.AppendAsync("a", 0, 5, token);
        _ = await store.ReplaceEventAsync("a", 2, Sample.Counted, new byte[] { 0x91, 7 }, token);
        await store.CatchUpAsync(last, token);
        Check.Sequence(["a 2"], await QueryReading.PlacesAsync(store, Counted, 10, token));
        Check.Sequence(["a 0", "a 1", "a 3", "a 4"], await QueryReading.PlacesAsync(store, new() { Types = [new("sample.noted", 1)] }, 10, token));
    }

    private static async Task ContentAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.PutAsync(Sample.Batch("a").Note(0, metadata: new() { Actor = "ada" }).Count(1).Note(2, new string('x', 5000)), token);
        await store.CatchUpAsync(last, token);
        using EventPage page = await store.ReadQueryAsync(EventQuery.All, 0, 10, token);
        Check.Sequence(await store.FeedAsync(last, token), Sample.Lines(page));
        Check.Equal("ada", page.Events[0].Metadata!.Actor);
        using EventPage newest = await store.ReadQueryAsync(Newest, long.MaxValue, 10, token);
        Check.Sequence(Sample.Lines(page).Reverse(), Sample.Lines(newest));
    }
}
