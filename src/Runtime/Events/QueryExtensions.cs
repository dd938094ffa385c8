using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>Queries of a store's events.</summary>
public static class QueryExtensions
{
    private const int PageSize = 1024;

    /// <summary>Reads all events that a query wants and that there are when the enumeration starts.</summary>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events, and in which direction.</param>
    /// <param name="catalog">The records that <see cref="Envelope.Event"/> may decode to; none are needed for the rest.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The events; events appended meanwhile are not among them.</returns>
    public static IAsyncEnumerable<Envelope> QueryAsync(
        this IEventStore store, EventQuery query, EventCatalog? catalog = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        return EnumerateAsync(store, query, catalog ?? EventCatalog.Empty, cancellationToken);
    }

    /// <summary>
    /// Reads one page of the events that a query wants. A walk over all pages meets every event exactly once that is there throughout the
    /// walk, however much is appended or deleted meanwhile; with the newest events first, what is appended after the first page is not met.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events, and in which direction.</param>
    /// <param name="limit">The greatest number of events on the page; there are fewer on the last one only.</param>
    /// <param name="continuation">Null for the first page, then what the page before said. It may be kept, in another process, too.</param>
    /// <param name="catalog">The records that <see cref="Envelope.Event"/> may decode to; none are needed for the rest.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The continuation is none that a page of this query has given.</exception>
    public static async ValueTask<EventQueryPage> QueryPageAsync(
        this IEventStore store, EventQuery query, int limit, string? continuation = null, EventCatalog? catalog = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        long from = continuation is null ? StartOf(query) : Parse(query, continuation);
        ImmutableArray<Envelope>.Builder events = ImmutableArray.CreateBuilder<Envelope>();
        while (events.Count < limit)
        {
            EnvelopePage page = await ReadAsync(store, query, from, limit - events.Count, catalog ?? EventCatalog.Empty, cancellationToken).ConfigureAwait(false);
            if (page.Events.Count == 0)
            {
                return new(events.ToImmutable(), Continuation: null);
            }

            from = page.Events.Next;
            for (int i = 0; i < page.Events.Count; i++)
            {
                events.Add(new(page, i));
            }
        }

        return new(events.ToImmutable(), string.Create(CultureInfo.InvariantCulture, $"{from}.{QueryText.FingerprintOf(query):x16}"));
    }

    private static async IAsyncEnumerable<Envelope> EnumerateAsync(
        IEventStore store, EventQuery query, EventCatalog catalog, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long end = await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
        long from = query.NewestFirst ? end : 0;
        while (true)
        {
            EnvelopePage page = await ReadAsync(store, query, from, PageSize, catalog, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < page.Events.Count && page.Events.Events[i].Offset < end; i++)
            {
                yield return new(page, i);
            }

            from = page.Events.Next;
            if (page.Events.Count == 0 || (!query.NewestFirst && from >= end))
            {
                yield break;
            }
        }
    }

    private static async ValueTask<EnvelopePage> ReadAsync(
        IEventStore store, EventQuery query, long from, int maxCount, EventCatalog catalog, CancellationToken cancellationToken)
    {
        using EventPage lent = await store.ReadQueryAsync(query, from, maxCount, cancellationToken).ConfigureAwait(false);
        return new(lent, catalog.Events);
    }

    private static long StartOf(EventQuery query) => query.NewestFirst ? long.MaxValue : 0;

    private static long Parse(EventQuery query, string continuation)
    {
        string[] parts = continuation.Split('.');
        bool isRead = parts.Length == 2
            & long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long offset)
            & ulong.TryParse(parts[^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong fingerprint);
        return isRead && fingerprint == QueryText.FingerprintOf(query)
            ? offset
            : throw new ArgumentException("The continuation is none that a page of this query has given.", nameof(continuation));
    }
}
