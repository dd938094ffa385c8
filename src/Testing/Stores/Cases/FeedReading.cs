using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Reads feeds as the cases do: not before the store says that it has caught up.</summary>
internal static class FeedReading
{
    /// <summary>Waits until the feed shows an append; a store whose feed is exact shows it at once.</summary>
    internal static async Task CatchUpAsync(this IEventStore store, AppendResult last, CancellationToken token)
    {
        long offset = last.OffsetOf(last.Count - 1);
        long end = await store.GetFeedEndAsync(token);
        if (store.Capabilities.Feed == FeedGuarantee.Exact)
        {
            Check.True(end > offset);
        }

        while (end <= offset)
        {
            await store.WaitForFeedAsync(end, token);
            end = await store.GetFeedEndAsync(token);
        }
    }

    /// <summary>All events of the feed, a line each, once the last append is there.</summary>
    internal static Task<List<string>> FeedAsync(this IEventStore store, AppendResult last, CancellationToken token, int pageSize = 1000) =>
        store.FeedAsync(last, pageSize, static (page, recorded) => Sample.Line(page, recorded), token);

    /// <summary>Where the events of the feed stand, in its order: streams and sequences.</summary>
    internal static Task<List<string>> FeedPlacesAsync(this IEventStore store, AppendResult last, CancellationToken token, int pageSize = 1000) =>
        store.FeedAsync(last, pageSize, static (_, recorded) => Place(recorded), token);

    internal static string Place(in RecordedEvent recorded) => $"{recorded.StreamId} {recorded.Sequence}";

    private static async Task<List<string>> FeedAsync(this IEventStore store, AppendResult last, int pageSize, Func<EventPage, RecordedEvent, string> line, CancellationToken token)
    {
        await store.CatchUpAsync(last, token);
        var lines = new List<string>();
        long from = 0;
        long before = -1;
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, pageSize, token);
            if (page.Count == 0)
            {
                return lines;
            }

            Check.True(page.Count <= pageSize);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Check.True(recorded.Offset > before && recorded.Offset >= from);
                before = recorded.Offset;
                lines.Add(line(page, recorded));
            }

            Check.True(page.Next > before);
            from = page.Next;
        }
    }
}
