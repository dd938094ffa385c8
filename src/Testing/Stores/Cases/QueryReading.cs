using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Reads queries to their end.</summary>
internal static class QueryReading
{
    /// <summary>Where the events stand that a query gives, in its order.</summary>
    internal static async Task<List<string>> PlacesAsync(IEventStore store, EventQuery query, int pageSize, CancellationToken token)
    {
        var places = new List<string>();
        long from = query.NewestFirst ? long.MaxValue : 0;
        while (true)
        {
            using EventPage page = await store.ReadQueryAsync(query, from, pageSize, token);
            if (page.Count == 0)
            {
                return places;
            }

            Check.True(page.Count <= pageSize);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Check.True(query.NewestFirst ? recorded.Offset < from && recorded.Offset >= page.Next : recorded.Offset >= from && recorded.Offset < page.Next);
                places.Add(FeedReading.Place(recorded));
            }

            from = page.Next;
        }
    }
}
