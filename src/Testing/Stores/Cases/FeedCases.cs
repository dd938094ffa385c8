using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>The feed: all events of all users' streams.</summary>
internal static class FeedCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("The feed gives every event once, by rising offset", OrderAsync),
        new("The feed can be read from any offset", FromAsync),
        new("The feed of an empty store is empty", EmptyAsync),
        new("A read of the feed from beyond its end is empty", BeyondAsync),
        new("The feed leaves out deleted streams", DeletedAsync),
        new("The feed leaves out streams of Daybook's own", SystemAsync),
        new("The feed goes on with what is appended later", LaterAsync),
        new("An exact feed shows an append as soon as it is acknowledged", ExactAsync),
        new("A feed that trails comes to show every append", TrailingAsync),
        new("Below the feed's end stands every event that was appended before", EndAsync),
        new("The feed's end never falls, whatever is deleted", NeverFallsAsync),
        new("Offsets are not used again", NotAgainAsync),
        new("Events larger than a page come through the feed", LargeAsync),
        new("Who asks the feed again and again beside writers misses nothing and sees nothing twice", FollowAsync),
        new("Below the feed's end nothing appears any more", SafeAsync),
    ];

    private static async Task OrderAsync(IEventStore store, CancellationToken token)
    {
        var expected = new List<string>();
        AppendResult last = default;
        for (int i = 0; i < 40; i++)
        {
            string stream = i % 2 == 0 ? "a" : "b";
            last = await store.AppendAsync(stream, i * 10, 2, token);
            using EventPage page = await store.ReadStreamAsync(stream, last.FirstSequence, 2, token);
            expected.AddRange(Sample.Lines(page));
        }

        foreach (int size in (int[])[1, 3, 1000])
        {
            Check.Sequence(expected, await store.FeedAsync(last, token, size));
        }
    }

    private static async Task FromAsync(IEventStore store, CancellationToken token)
    {
        var offsets = new List<long>();
        AppendResult last = default;
        for (int i = 0; i < 10; i++)
        {
            last = await store.AppendAsync("a", i * 2, 2, token);
            offsets.AddRange([last.OffsetOf(0), last.OffsetOf(1)]);
        }

        await store.CatchUpAsync(last, token);
        for (int i = 0; i < offsets.Count; i++)
        {
            using EventPage page = await store.ReadFeedAsync(offsets[i], 1, token);
            Check.Equal(i, page.Events[0].Sequence);
            Check.Equal(offsets[i], page.Events[0].Offset);
        }
    }

    private static async Task EmptyAsync(IEventStore store, CancellationToken token)
    {
        using EventPage page = await store.ReadFeedAsync(0, 10, token);
        Check.Equal(0, page.Count);
        Check.True(await store.GetFeedEndAsync(token) >= 0);
    }

    private static async Task BeyondAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        await store.CatchUpAsync(last, token);
        foreach (long from in (long[])[last.OffsetOf(2) + 1, 1L << 40, long.MaxValue])
        {
            using EventPage page = await store.ReadFeedAsync(from, 10, token);
            Check.Equal(0, page.Count);
            Check.True(page.Next >= from);
        }
    }

    private static async Task DeletedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.AppendAsync("b", 0, 3, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        AppendResult last = await store.AppendAsync("a", 10, 1, token);
        Check.Sequence(["b 0", "b 1", "b 2", "a 0"], await store.FeedPlacesAsync(last, token, 2));
    }

    private static async Task SystemAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = default;
        for (int i = 0; i < 10; i++)
        {
            _ = await store.AppendSystemAsync("$snapshots:a", 100 + i, token);
            last = await store.AppendAsync("a", i, 1, token);
            _ = await store.AppendSystemAsync("$other", 200 + i, token);
        }

        Check.Sequence(Enumerable.Range(0, 10).Select(i => $"a {i}"), await store.FeedPlacesAsync(last, token, 3));
        Check.Equal(10, (await store.ReadAsync("$snapshots:a", token)).Count);
    }

    private static async Task LaterAsync(IEventStore store, CancellationToken token)
    {
        long from = 0;
        for (int i = 0; i < 10; i++)
        {
            await store.CatchUpAsync(await store.AppendAsync("a", i, 1, token), token);
            using EventPage page = await store.ReadFeedAsync(from, 10, token);
            Check.Equal(1, page.Count);
            Check.Equal(i, page.Events[0].Sequence);
            using EventPage end = await store.ReadFeedAsync(page.Next, 10, token);
            Check.Equal(0, end.Count);
            from = end.Next;
        }
    }

    private static async Task ExactAsync(IEventStore store, CancellationToken token)
    {
        Needs.That(store.Capabilities.Feed == FeedGuarantee.Exact, "the store's feed trails");
        for (int i = 0; i < 50; i++)
        {
            AppendResult result = await store.AppendAsync($"stream-{i % 3}", i, 1, token);
            Check.True(await store.GetFeedEndAsync(token) > result.FirstOffset);
            using EventPage page = await store.ReadFeedAsync(result.FirstOffset, 10, token);
            Check.Equal(1, page.Count);
            Check.Equal(Sample.Id(i), page.Events[0].Id);
        }
    }

    private static async Task TrailingAsync(IEventStore store, CancellationToken token)
    {
        Needs.That(store.Capabilities.Feed == FeedGuarantee.Trailing, "the store's feed is exact");
        AppendResult last = await store.AppendAsync("a", 0, 20, token);
        // Waits as long as it takes.
        Check.Equal(20, (await store.FeedAsync(last, token)).Count);
    }

    private static async Task EndAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 10; i++)
        {
            AppendResult result = await store.AppendAsync("a", i * 3, 3, token);
            await store.CatchUpAsync(result, token);
            long end = await store.GetFeedEndAsync(token);
            using EventPage page = await store.ReadFeedAsync(0, 1000, token);
            Check.Equal((i + 1) * 3, page.Count);
            Check.True(page.Events[^1].Offset < end);
        }
    }

    private static async Task NeverFallsAsync(IEventStore store, CancellationToken token)
    {
        await store.CatchUpAsync(await store.AppendAsync("a", 0, 5, token), token);
        long end = await store.GetFeedEndAsync(token);
        _ = await store.DeleteStreamAsync("a", default, token);
        Check.True(await store.GetFeedEndAsync(token) >= end);
        using EventPage page = await store.ReadFeedAsync(0, 10, token);
        Check.Equal(0, page.Count);
    }

    private static async Task NotAgainAsync(IEventStore store, CancellationToken token)
    {
        long greatest = -1;
        for (int i = 0; i < 5; i++)
        {
            AppendResult result = await store.AppendAsync("a", 0, 3, token);
            Check.True(result.FirstOffset > greatest);
            greatest = result.OffsetOf(2);
            _ = await store.DeleteStreamAsync("a", default, token);
        }
    }

    private static async Task LargeAsync(IEventStore store, CancellationToken token)
    {
        int length = Math.Min(store.Limits.MaxPayloadBytes / 2, 3_000_000);
        AppendResult last = default;
        for (int i = 0; i < 4; i++)
        {
            last = await store.PutAsync(Sample.Batch($"stream-{i}").Note(i).Note(100 + i, new string('x', length)), token);
        }

        Check.Equal(8, (await store.FeedAsync(last, token)).Count);
    }

    private static async Task FollowAsync(IEventStore store, CancellationToken token)
    {
        const int Writers = 4;
        const int Appends = 50;
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (int i = 0; i < Appends; i++)
                {
                    _ = await store.AppendAsync($"stream-{writer}", i * 2, 2, token);
                }
            },
            token))];
        var seen = new List<string>();
        for (long from = 0; seen.Count < Writers * Appends * 2;)
        {
            Check.True(!writers.Any(writer => writer.IsFaulted));
            await store.WaitForFeedAsync(from, token);
            using EventPage page = await store.ReadFeedAsync(from, 16, token);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                seen.Add(FeedReading.Place(recorded));
            }

            from = page.Next;
        }

        await Task.WhenAll(writers);
        for (int writer = 0; writer < Writers; writer++)
        {
            string start = $"stream-{writer} ";
            Check.Sequence(Enumerable.Range(0, Appends * 2).Select(i => start + i), seen.Where(place => place.StartsWith(start, StringComparison.Ordinal)));
        }
    }

    private static async Task SafeAsync(IEventStore store, CancellationToken token)
    {
        Task writers = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (int i = 0; i < 40; i++)
                {
                    _ = await store.AppendAsync($"stream-{writer}", i * 3, 3, token);
                }
            },
            token)));
        var seen = new List<(long End, int Count)>();
        while (!writers.IsCompleted)
        {
            long end = await store.GetFeedEndAsync(token);
            seen.Add((end, await CountAsync(end)));
        }

        await writers;
        foreach ((long end, int count) in seen)
        {
            Check.Equal(count, await CountAsync(end));
        }

        async Task<int> CountAsync(long end)
        {
            int count = 0;
            for (long from = 0; from < end;)
            {
                using EventPage page = await store.ReadFeedAsync(from, 100, token);
                if (page.Count == 0)
                {
                    break;
                }

                foreach (ref readonly RecordedEvent recorded in page.Events)
                {
                    count += recorded.Offset < end ? 1 : 0;
                }

                from = page.Next;
            }

            return count;
        }
    }
}
