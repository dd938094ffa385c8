using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Reads the feed for what is to be compared.</summary>
internal static class FeedSightings
{
    private const int PageSize = 100_000;
    private const int FollowedPageSize = 100;

    /// <summary>Follows the feed until it is told that there is no more, then to the end.</summary>
    internal static async Task<List<FeedSighting>> FollowAsync(IEventStore store, long from, CancellationToken done, CancellationToken token)
    {
        var seen = new List<FeedSighting>();
        while (true)
        {
            bool isLast = done.IsCancellationRequested;
            using EventPage page = await store.ReadFeedAsync(from, FollowedPageSize, token);
            Add(page, seen);
            from = page.Next;
            if (page.Count > 0)
            {
                continue;
            }

            if (isLast)
            {
                return seen;
            }

            try
            {
                await store.WaitForFeedAsync(from, done);
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                // One more look.
            }
        }
    }

    /// <summary>Reads the feed as it is.</summary>
    internal static async Task<List<FeedSighting>> ReadAsync(IEventStore store, long from, CancellationToken token)
    {
        var sightings = new List<FeedSighting>();
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, PageSize, token);
            if (page.Count == 0)
            {
                return sightings;
            }

            Add(page, sightings);
            from = page.Next;
        }
    }

    private static void Add(EventPage page, List<FeedSighting> sightings)
    {
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            sightings.Add(new(recorded.Offset, recorded.StreamId, recorded.Sequence, recorded.Id));
        }
    }
}
