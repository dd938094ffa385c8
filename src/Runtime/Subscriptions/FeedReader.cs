using Daybook.Stores;

namespace Daybook;

/// <summary>Reads what a query wants from the feed, page by page, and waits for more.</summary>
internal sealed class FeedReader(IEventStore store, EventQuery query, FeedOptions options)
{
    private readonly StoreRetry _retry = new(options);

    /// <summary>Reads a page.</summary>
    /// <param name="from">The first offset to look at.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page, and the offset to go on with: behind all that was looked at, also when nothing was wanted.</returns>
    internal async ValueTask<(EventPage Page, long Next)> ReadAsync(long from, CancellationToken cancellationToken)
    {
        EventPage page = await ReadPageAsync(from, cancellationToken).ConfigureAwait(false);
        if (page.Count > 0)
        {
            return (page, page.Next);
        }

        // An empty page need not say how far the store looked; what was there before it was read has been looked at.
        page.Dispose();
        long end = await GetEndAsync(cancellationToken).ConfigureAwait(false);
        page = await ReadPageAsync(from, cancellationToken).ConfigureAwait(false);
        return (page, page.Count > 0 ? page.Next : Math.Max(from, end));
    }

    internal ValueTask<long> GetEndAsync(CancellationToken cancellationToken) => _retry.RunAsync(store.GetFeedEndAsync, cancellationToken);

    /// <summary>Waits until there may be more.</summary>
    internal async ValueTask WaitAsync(long from, CancellationToken cancellationToken) =>
        await _retry.RunAsync(
            async token =>
            {
                await store.WaitForFeedAsync(from, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    private ValueTask<EventPage> ReadPageAsync(long from, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => store.ReadQueryAsync(query, from, options.PageSize, token), cancellationToken);
}
