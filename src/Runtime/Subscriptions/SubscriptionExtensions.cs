using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>Following of a store's feed.</summary>
public static class SubscriptionExtensions
{
    /// <summary>
    /// Follows the feed: the events that there are, and then every new one as it comes, for ever. Each enumeration hands out every event
    /// exactly once.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events; all unless said.</param>
    /// <param name="from">Where to begin; with all events that there are unless said.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The events by rising offset.</returns>
    /// <exception cref="ArgumentException">The query wants the newest events first.</exception>
    public static IAsyncEnumerable<Envelope> Subscribe(
        this IEventStore store, EventQuery? query = null, FeedPosition from = default, FeedOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        query = (query ?? EventQuery.All).OldestFirst(nameof(query));
        options ??= FeedOptions.Default;
        options.Check(nameof(options));
        return EnumerateAsync(store, query, from, options, cancellationToken);
    }

    /// <summary>Prepares a subscription that remembers where it was: handlers are added to it, then it is run.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">The checkpoint's name: 1 to 100 ASCII letters, digits, dots, hyphens and underscores.</param>
    /// <param name="options">What it handles, and how it remembers.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="ArgumentException">The name is none, or the query wants the newest events first.</exception>
    public static Subscription Subscribe(this IEventStore store, string name, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        SystemStreams.CheckName(name);
        options ??= SubscriptionOptions.Default;
        options.Check(nameof(options));
        ArgumentNullException.ThrowIfNull(options.Query, nameof(options));
        _ = options.Query.OldestFirst(nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.CheckpointEvery, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.CheckpointInterval, TimeSpan.Zero, nameof(options));
        return (options.CheckpointStore ?? store).Capabilities.IsReadOnly
            ? throw new ArgumentException($"The store is read-only; give the subscription '{name}' another CheckpointStore.", nameof(options))
            : new(store, name, options);
    }

    private static async IAsyncEnumerable<Envelope> EnumerateAsync(
        IEventStore store, EventQuery query, FeedPosition from, FeedOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new FeedReader(store, query, options);
        long position = await new StoreRetry(options).RunAsync(token => from.ResolveAsync(store, token), cancellationToken).ConfigureAwait(false);
        while (true)
        {
            (EventPage lent, long next) = await reader.ReadAsync(position, cancellationToken).ConfigureAwait(false);
            EnvelopePage page;
            using (lent)
            {
                page = new(lent, options.Catalog.Events);
            }

            for (int i = 0; i < page.Events.Count; i++)
            {
                yield return new(page, i);
            }

            position = next;
            if (page.Events.Count == 0)
            {
                await reader.WaitAsync(position, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
