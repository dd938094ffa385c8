using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Reading of streams, page by page.</summary>
internal static class ReadCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Pages of any size give every event once, in order", PagesAsync),
        new("A stream can be read from any sequence", FromAsync),
        new("A page says its stream's version and incarnation, wherever it starts", HeadAsync),
        new("A stream that is not there is an empty page at version 0", MissingAsync),
        new("A read from beyond the end is an empty page", BeyondAsync),
        new("A page is never empty while there are events, however large they are", LargeAsync),
        new("The greatest count of events is no problem", GreatestCountAsync),
        new("The next page goes on with what was appended meanwhile", GoesOnAsync),
        new("An acknowledged append is read at once", AtOnceAsync),
        new("A page stays as it was read while the stream grows", StaysAsync),
        new("A page stays as it was read while the stream is deleted", StaysDeletedAsync),
        new("Pages of many streams can be held side by side", SideBySideAsync),
        new("A page bears to be disposed twice", TwiceAsync),
        new("Events between those of other streams are read without them", BetweenAsync),
    ];

    private static async Task PagesAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 100; i++)
        {
            _ = await store.AppendAsync(i % 3 == 0 ? "b" : "a", i * 10, 1 + (i % 4), token);
        }

        List<string> all = await store.ReadAsync("a", token);
        foreach (int size in (int[])[1, 2, 3, 7, 64, 1000])
        {
            Check.Sequence(all, await store.ReadAsync("a", token, 0, size));
        }
    }

    private static async Task FromAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 10; i++)
        {
            _ = await store.AppendAsync("a", i * 3, 3, token);
        }

        List<string> all = await store.ReadAsync("a", token);
        for (int from = 0; from <= 30; from++)
        {
            Check.Sequence(all.Skip(from), await store.ReadAsync("a", token, from));
        }
    }

    private static async Task HeadAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 5, 3, token);
        foreach (long from in (long[])[0, 2, 3, 50, long.MaxValue])
        {
            using EventPage page = await store.ReadStreamAsync("a", from, 1, token);
            Check.Equal(3, page.StreamVersion);
            Check.Equal(0, page.FirstSequence);
            Check.Equal(Sample.Id(5), page.Incarnation);
            Check.Equal(from < 3 ? 1 : 0, page.Count);
        }
    }

    private static async Task MissingAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        foreach (long from in (long[])[0, 7, long.MaxValue])
        {
            using EventPage page = await store.ReadStreamAsync("nobody", from, 10, token);
            Check.Equal(0, page.Count);
            Check.Equal(0, page.StreamVersion);
            Check.True(page.Incarnation.IsEmpty);
        }
    }

    private static async Task BeyondAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        foreach (long from in (long[])[3, 4, 1L << 40, long.MaxValue])
        {
            using EventPage page = await store.ReadStreamAsync("a", from, 10, token);
            Check.Equal(0, page.Count);
            Check.Equal(from, page.Next);
        }
    }

    private static async Task LargeAsync(IEventStore store, CancellationToken token)
    {
        int length = Math.Min(store.Limits.MaxPayloadBytes / 2, 3_000_000);
        for (int i = 0; i < 4; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Note(i).Note(100 + i, new string('x', length)), token);
        }

        List<string> all = await store.ReadAsync("a", token);
        Check.Equal(8, all.Count);
        Check.Sequence(all, await store.ReadAsync("a", token, 0, 1));
    }

    private static async Task GreatestCountAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, int.MaxValue, token);
        Check.Equal(3, page.Count);
        await store.CatchUpAsync(last, token);
        using EventPage feed = await store.ReadFeedAsync(0, int.MaxValue, token);
        Check.Equal(3, feed.Count);
    }

    private static async Task GoesOnAsync(IEventStore store, CancellationToken token)
    {
        long from = 0;
        for (int i = 0; i < 10; i++)
        {
            _ = await store.AppendAsync("a", i * 2, 2, token);
            using EventPage page = await store.ReadStreamAsync("a", from, 10, token);
            Check.Equal(2, page.Count);
            Check.Equal(i * 2, page.Events[0].Sequence);
            using EventPage end = await store.ReadStreamAsync("a", page.Next, 10, token);
            Check.Equal(0, end.Count);
            from = end.Next;
        }
    }

    private static async Task AtOnceAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 50; i++)
        {
            AppendResult result = await store.AppendAsync($"stream-{i % 5}", i, 1, token);
            using EventPage page = await store.ReadStreamAsync($"stream-{i % 5}", result.FirstSequence, 1, token);
            Check.Equal(Sample.Id(i), page.Events[0].Id);
            Check.Equal(result.Version, page.StreamVersion);
        }
    }

    private static async Task StaysAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 100, token);
        List<string> before = [.. Sample.Lines(page)];
        for (int i = 0; i < 200; i++)
        {
            _ = await store.AppendAsync("a", 10 + (i * 10), 10, token);
        }

        Check.Equal(3, page.Count);
        Check.Equal(3, page.StreamVersion);
        Check.Sequence(before, Sample.Lines(page));
    }

    private static async Task StaysDeletedAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        await store.CatchUpAsync(last, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 100, token);
        using EventPage feed = await store.ReadFeedAsync(0, 100, token);
        List<string> before = [.. Sample.Lines(page)];
        _ = await store.DeleteStreamAsync("a", default, token);
        _ = await store.AppendAsync("a", 100, 3, token);
        Check.Sequence(before, Sample.Lines(page));
        Check.Sequence(before, Sample.Lines(feed));
    }

    private static async Task SideBySideAsync(IEventStore store, CancellationToken token)
    {
        var pages = new List<(EventPage Page, List<string> Lines)>();
        for (int i = 0; i < 20; i++)
        {
            _ = await store.AppendAsync($"stream-{i}", i * 10, 5, token);
            EventPage page = await store.ReadStreamAsync($"stream-{i}", 0, 10, token);
            pages.Add((page, [.. Sample.Lines(page)]));
        }

        foreach ((EventPage page, List<string> lines) in pages)
        {
            using (page)
            {
                Check.Sequence(lines, Sample.Lines(page));
            }
        }
    }

    private static async Task TwiceAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        page.Dispose();
        page.Dispose();
        // A buffer that was given back twice would be lent to both.
        using EventPage first = await store.ReadStreamAsync("a", 0, 1, token);
        using EventPage second = await store.ReadStreamAsync("a", 2, 1, token);
        Check.Equal("text 0", Sample.Text(first.PayloadOf(first.Events[0])));
        Check.Equal("text 2", Sample.Text(second.PayloadOf(second.Events[0])));
    }

    private static async Task BetweenAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 500; i++)
        {
            _ = await store.AppendAsync($"stream-{i % 7}", i, 1, token);
        }

        for (int stream = 0; stream < 7; stream++)
        {
            IEnumerable<string> expected = Enumerable.Range(0, 500).Where(i => i % 7 == stream).Select(i => Sample.IdText(i));
            Check.Sequence(expected, (await store.ReadAsync($"stream-{stream}", token, 0, 13)).Select(line => line.Split(' ')[2]));
        }
    }
}
