namespace Daybook.Stores;

/// <summary>Answers a query by walking over the feed, in either direction.</summary>
internal static class FeedScan
{
    private const int PageSize = 4096;

    // Newest first, the feed is read window by window; a window that gave nothing is doubled. Beyond the largest one it grows over empty
    // ranges only: what lies in a window is held in memory.
    private const long FirstWindow = 1024;
    private const long LargestWindow = 64 * 1024;

    internal static ValueTask<EventPage> ReadAsync(IEventStore store, EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken) =>
        query.NewestFirst
            ? ReadBackwardAsync(store, query, fromOffset, maxCount, cancellationToken)
            : ReadForwardAsync(store, query, fromOffset, maxCount, cancellationToken);

    private static async ValueTask<EventPage> ReadForwardAsync(IEventStore store, EventQuery query, long from, int maxCount, CancellationToken cancellationToken)
    {
        var filter = new QueryFilter(store, query);
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, PageSize, cancellationToken).ConfigureAwait(false);
            var found = new SelectedEvents(page);
            for (int i = 0; i < page.Count && found.Count < maxCount; i++)
            {
                if (await filter.WantsAsync(page, i, cancellationToken).ConfigureAwait(false))
                {
                    found.Add(i);
                }
            }

            if (found.Count > 0 || page.Count == 0)
            {
                return found.ToPage(found.Count == maxCount ? found.LastOffset + 1 : page.Next);
            }

            from = page.Next;
        }
    }

    private static async ValueTask<EventPage> ReadBackwardAsync(IEventStore store, EventQuery query, long from, int maxCount, CancellationToken cancellationToken)
    {
        var filter = new QueryFilter(store, query);
        long end = Math.Min(from, await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false));
        long window = FirstWindow;
        while (end > 0)
        {
            long start = Math.Max(0, end - window);
            if (window > LargestWindow && await HasEventsAsync(store, start, end, cancellationToken).ConfigureAwait(false))
            {
                window /= 2;
                continue;
            }

            List<EventPage> pages = [];
            try
            {
                await ReadWindowAsync(store, start, end, pages, cancellationToken).ConfigureAwait(false);
                for (int p = pages.Count - 1; p >= 0; p--)
                {
                    var found = new SelectedEvents(pages[p]);
                    for (int i = pages[p].Count - 1; i >= 0 && found.Count < maxCount; i--)
                    {
                        bool isInside = pages[p].Events[i].Offset < end;
                        if (isInside && await filter.WantsAsync(pages[p], i, cancellationToken).ConfigureAwait(false))
                        {
                            found.Add(i);
                        }
                    }

                    if (found.Count > 0)
                    {
                        return found.ToPage(found.Count == maxCount ? found.LastOffset : p > 0 ? pages[p].Events[0].Offset : start);
                    }
                }

                window = pages.Count > 0 ? Math.Min(LargestWindow, window * 2) : window * 2;
            }
            finally
            {
                pages.ForEach(static page => page.Dispose());
            }

            end = start;
        }

        return new(new EventTypeTable(), [], 0, 0, [], 0);
    }

    private static async ValueTask<bool> HasEventsAsync(IEventStore store, long start, long end, CancellationToken cancellationToken)
    {
        using EventPage page = await store.ReadFeedAsync(start, 1, cancellationToken).ConfigureAwait(false);
        return page.Count > 0 && page.Events[0].Offset < end;
    }

    // The last page may go beyond the end; pages without events are left out.
    private static async ValueTask ReadWindowAsync(IEventStore store, long start, long end, List<EventPage> pages, CancellationToken cancellationToken)
    {
        while (start < end)
        {
            EventPage page = await store.ReadFeedAsync(start, (int)Math.Min(PageSize, end - start), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0 || page.Events[0].Offset >= end)
            {
                page.Dispose();
                return;
            }

            pages.Add(page);
            start = page.Next;
        }
    }
}
