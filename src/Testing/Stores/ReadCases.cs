using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Reading of streams and of the feed, page by page.</summary>
internal static class ReadCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Pages of any size give every event once, in order", PagesAsync),
        new("A stream can be read from any sequence", FromAsync),
        new("A page says its stream's version and incarnation", HeadAsync),
        new("A stream that is not there is an empty page at version 0", MissingAsync),
        new("The feed gives every event once, by rising offset", FeedOrderAsync),
        new("The feed can be read from any offset", FeedFromAsync),
        new("The feed leaves out deleted streams", FeedDeletedAsync),
        new("The feed goes on with what is appended later", FeedLaterAsync),
    ];

    internal static async Task<List<string>> FeedAsync(IEventStore store, int pageSize, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        long from = 0;
        long last = -1;
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, pageSize, cancellationToken);
            if (page.Count == 0)
            {
                return lines;
            }

            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Check.True(recorded.Offset > last);
                last = recorded.Offset;
                lines.Add(Sample.Line(page, recorded));
            }

            Check.True(page.Next > last);
            from = page.Next;
        }
    }

    private static async Task PagesAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < 100; i++)
        {
            _ = await store.AppendAsync(i % 3 == 0 ? "b" : "a", i * 10, 1 + (i % 4), cancellationToken);
        }

        List<string> all = await store.ReadAsync("a");
        foreach (int size in (int[])[1, 2, 3, 7, 64, 1000])
        {
            Check.Sequence(all, await store.ReadAsync("a", 0, size));
        }
    }

    private static async Task FromAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < 30; i++)
        {
            _ = await store.AppendAsync("a", i * 3, 3, cancellationToken);
        }

        List<string> all = await store.ReadAsync("a");
        for (int from = 0; from <= all.Count; from++)
        {
            Check.Sequence(all.Skip(from), await store.ReadAsync("a", from));
        }
    }

    private static async Task HeadAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 5, 3, cancellationToken);
        foreach (long from in (long[])[0, 2, 3, 50, long.MaxValue])
        {
            using EventPage page = await store.ReadStreamAsync("a", from, 1, cancellationToken);
            Check.Equal(3, page.StreamVersion);
            Check.Equal(0, page.FirstSequence);
            Check.Equal(Sample.Id(5), page.Incarnation);
            Check.Equal(from < 3 ? 1 : 0, page.Count);
        }
    }

    private static async Task MissingAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        using EventPage page = await store.ReadStreamAsync("nobody", 0, 10, cancellationToken);
        Check.Equal(0, page.Count);
        Check.Equal(0, page.StreamVersion);
        using EventPage feed = await store.ReadFeedAsync(0, 10, cancellationToken);
        Check.Equal(0, feed.Count);
    }

    private static async Task FeedOrderAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        var expected = new List<string>();
        for (int i = 0; i < 40; i++)
        {
            string stream = i % 2 == 0 ? "a" : "b";
            AppendResult result = await store.AppendAsync(stream, i * 10, 2, cancellationToken);
            using EventPage page = await store.ReadStreamAsync(stream, result.FirstSequence, 2, cancellationToken);
            expected.Add(Sample.Line(page, page.Events[0]));
            expected.Add(Sample.Line(page, page.Events[1]));
        }

        foreach (int size in (int[])[1, 3, 1000])
        {
            Check.Sequence(expected, await FeedAsync(store, size, cancellationToken));
        }
    }

    private static async Task FeedFromAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        var offsets = new List<long>();
        for (int i = 0; i < 10; i++)
        {
            AppendResult result = await store.AppendAsync("a", i * 2, 2, cancellationToken);
            offsets.AddRange([result.OffsetOf(0), result.OffsetOf(1)]);
        }

        for (int i = 0; i < offsets.Count; i++)
        {
            using EventPage page = await store.ReadFeedAsync(offsets[i], 1, cancellationToken);
            Check.Equal(i, page.Events[0].Sequence);
        }
    }

    private static async Task FeedDeletedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 3, cancellationToken);
        _ = await store.AppendAsync("b", 0, 3, cancellationToken);
        _ = await store.DeleteStreamAsync("a", default, cancellationToken);
        _ = await store.AppendAsync("a", 10, 1, cancellationToken);
        List<string> feed = await FeedAsync(store, 2, cancellationToken);
        Check.Sequence(["b 0", "b 1", "b 2", "a 0"], feed.Select(line => line[..3]));
    }

    private static async Task FeedLaterAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        long from = 0;
        for (int i = 0; i < 10; i++)
        {
            _ = await store.AppendAsync("a", i, 1, cancellationToken);
            using EventPage page = await store.ReadFeedAsync(from, 10, cancellationToken);
            if (store.Capabilities.Feed == FeedGuarantee.Exact)
            {
                Check.Equal(1, page.Count);
                Check.Equal(i, page.Events[0].Sequence);
            }

            using EventPage end = await store.ReadFeedAsync(page.Next, 10, cancellationToken);
            Check.Equal(0, end.Count);
            from = end.Next;
        }
    }
}
