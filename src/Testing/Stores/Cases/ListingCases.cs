using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>Listings of streams.</summary>
internal static class ListingCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A listing gives every stream once, whatever the page size", ListAsync),
        new("A listing of an empty store is one empty page", EmptyAsync),
        new("A listing takes a prefix literally", PrefixAsync),
        new("A listing says of each stream what stream info says", InfoAsync),
        new("A listing leaves out streams of Daybook's own, unless its prefix asks for them", SystemAsync),
        new("A listing leaves out deleted streams", DeletedAsync),
        new("A stream that is there throughout a listing is on one of its pages, whatever else comes and goes", MeanwhileAsync),
        new("A listing goes on when the last stream of a page is gone", GoneAsync),
    ];

    internal static async Task<List<string>> NamesAsync(IEventStore store, string prefix, int pageSize, CancellationToken token)
    {
        var names = new List<string>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, pageSize, token);
            Check.True(listing.Streams.Length <= pageSize);
            names.AddRange(listing.Streams.Select(stream => stream.StreamId));
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static async Task<List<string>> FillAsync(IEventStore store, int count, CancellationToken token)
    {
        var names = new List<string>();
        for (int i = 0; i < count; i++)
        {
            names.Add($"stream-{i:D2}");
            _ = await store.AppendAsync(names[i], i, 1, token);
        }

        return names;
    }

    private static async Task ListAsync(IEventStore store, CancellationToken token)
    {
        List<string> expected = await FillAsync(store, 25, token);
        foreach (int size in (int[])[1, 4, 5, 24, 25, 26, int.MaxValue])
        {
            Check.Sequence(expected, await NamesAsync(store, "", size, token));
        }
    }

    private static async Task EmptyAsync(IEventStore store, CancellationToken token)
    {
        StreamListing listing = await store.ListStreamsAsync("", null, 10, token);
        Check.Equal(0, listing.Streams.Length);
        Check.Equal(null, listing.Continuation);
    }

    private static async Task PrefixAsync(IEventStore store, CancellationToken token)
    {
        string[] names = ["a", "a%b", "a_b", "axb", "a/b", "A", "ä", "a'b", "日本", "日本語", "a\\b"];
        for (int i = 0; i < names.Length; i++)
        {
            _ = await store.AppendAsync(names[i], i, 1, token);
        }

        foreach (string prefix in (string[])["", "a", "a%", "a_", "a/", "A", "日", "日本", "nobody", "\uffff", "a%b-and-more"])
        {
            IEnumerable<string> expected = names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            Check.Sequence(expected, await NamesAsync(store, prefix, 2, token));
        }
    }

    private static async Task InfoAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.PutAsync(Sample.Batch("b", category: null).Note(10), token);
        StreamListing listing = await store.ListStreamsAsync("", null, 10, token);
        Check.Equal(2, listing.Streams.Length);
        foreach (StreamInfo listed in listing.Streams)
        {
            Check.Equal(await store.GetStreamInfoAsync(listed.StreamId, token), listed);
        }
    }

    private static async Task SystemAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        _ = await store.AppendSystemAsync("$snapshots:a", 1, token);
        _ = await store.AppendSystemAsync("$other", 2, token);
        Check.Sequence(["a"], await NamesAsync(store, "", 1, token));
        Check.Sequence(["$other", "$snapshots:a"], await NamesAsync(store, "$", 1, token));
        Check.Sequence(["$snapshots:a"], await NamesAsync(store, "$snapshots:", 10, token));
    }

    private static async Task DeletedAsync(IEventStore store, CancellationToken token)
    {
        List<string> names = await FillAsync(store, 6, token);
        _ = await store.DeleteStreamAsync(names[0], default, token);
        _ = await store.DeleteStreamAsync(names[3], default, token);
        _ = await store.DeleteStreamAsync(names[5], default, token);
        Check.Sequence([names[1], names[2], names[4]], await NamesAsync(store, "", 2, token));
    }

    private static async Task MeanwhileAsync(IEventStore store, CancellationToken token)
    {
        List<string> names = await FillAsync(store, 20, token);
        for (int i = 0; i < 20; i++)
        {
            _ = await store.AppendAsync($"stream-{i:D2}-goes", 100 + i, 1, token);
        }

        var seen = new List<string>();
        string? continuation = null;
        int page = 0;
        do
        {
            StreamListing listing = await store.ListStreamsAsync("", continuation, 3, token);
            seen.AddRange(listing.Streams.Select(stream => stream.StreamId));
            continuation = listing.Continuation;
            _ = await store.DeleteStreamAsync($"stream-{page % 20:D2}-goes", default, token);
            _ = await store.AppendAsync($"stream-{(page * 7) % 20:D2}-comes", 200 + page, 1, token);
            page++;
        }
        while (continuation is not null && page < 100);
        Check.Equal(null, continuation);
        Check.Sequence(names, seen.Where(names.Contains).Order(StringComparer.Ordinal));
        Check.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task GoneAsync(IEventStore store, CancellationToken token)
    {
        List<string> names = await FillAsync(store, 9, token);
        StreamListing first = await store.ListStreamsAsync("", null, 4, token);
        _ = await store.DeleteStreamAsync(first.Streams[^1].StreamId, default, token);
        var seen = new List<string>(first.Streams.Select(stream => stream.StreamId));
        for (string? continuation = first.Continuation; continuation is not null;)
        {
            StreamListing next = await store.ListStreamsAsync("", continuation, 4, token);
            seen.AddRange(next.Streams.Select(stream => stream.StreamId));
            continuation = next.Continuation;
        }

        Check.Sequence(names, seen.Order(StringComparer.Ordinal));
    }
}
