namespace Daybook.Stores;

/// <summary>Answers a query by walking over the feed, in either direction.</summary>
internal static class FeedScan
{
    private const int PageSize = 4096;

    // Newest first, the feed is read window by window; a window that gave nothing is doubled.
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
        long end = await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
        end = Math.Min(from, end);
        long window = FirstWindow;
        while (end > 0)
        {
            long start = Math.Max(0, end - window);
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
                        return found.ToPage(found.Count == maxCount || p > 0 ? found.LastOffset : start);
                    }
                }
            }
            finally
            {
                pages.ForEach(static page => page.Dispose());
            }

            end = start;
            window = Math.Min(LargestWindow, window * 2);
        }

        return new(new EventTypeTable(), [], 0, 0, [], 0);
    }

    private static async ValueTask ReadWindowAsync(IEventStore store, long start, long end, List<EventPage> pages, CancellationToken cancellationToken)
    {
        while (start < end)
        {
            EventPage page = await store.ReadFeedAsync(start, PageSize, cancellationToken).ConfigureAwait(false);
            pages.Add(page);
            if (page.Count == 0)
            {
                return;
            }

            start = page.Next;
        }
    }
}
