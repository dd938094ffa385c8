using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>Reading of events as envelopes.</summary>
public static class EnvelopeExtensions
{
    private const int PageSize = 1024;

    /// <summary>Reads a stream.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="fromSequence">The first sequence to read.</param>
    /// <param name="catalog">The records that <see cref="Envelope.Event"/> may decode to; none are needed for the rest.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The events up to the end of the stream; none when there is no stream.</returns>
    /// <exception cref="StreamNotFoundException">The stream was deleted and created anew in between.</exception>
    public static async IAsyncEnumerable<Envelope> ReadEventsAsync(
        this IEventStore store, string streamId, long fromSequence = 0, EventCatalog? catalog = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        EventId incarnation = default;
        while (true)
        {
            EnvelopePage page;
            using (EventPage lent = await store.ReadStreamAsync(streamId, fromSequence, PageSize, cancellationToken).ConfigureAwait(false))
            {
                page = new(lent, (catalog ?? EventCatalog.Empty).Events);
            }

            if (page.Events.Count == 0)
            {
                yield break;
            }

            if (!incarnation.IsEmpty && incarnation != page.Events.Incarnation)
            {
                throw new StreamNotFoundException(streamId);
            }

            incarnation = page.Events.Incarnation;
            for (int i = 0; i < page.Events.Count; i++)
            {
                yield return new(page, i);
            }

            fromSequence = page.Events.Next;
        }
    }

    /// <summary>Reads the feed: all events of all users' streams by rising offset.</summary>
    /// <param name="store">The store.</param>
    /// <param name="fromOffset">The first offset to read.</param>
    /// <param name="catalog">The records that <see cref="Envelope.Event"/> may decode to; none are needed for the rest.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The events that there are at the moment.</returns>
    public static async IAsyncEnumerable<Envelope> ReadAllEventsAsync(
        this IEventStore store, long fromOffset = 0, EventCatalog? catalog = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        while (true)
        {
            EnvelopePage page;
            using (EventPage lent = await store.ReadFeedAsync(fromOffset, PageSize, cancellationToken).ConfigureAwait(false))
            {
                page = new(lent, (catalog ?? EventCatalog.Empty).Events);
            }

            if (page.Events.Count == 0)
            {
                yield break;
            }

            for (int i = 0; i < page.Events.Count; i++)
            {
                yield return new(page, i);
            }

            fromOffset = page.Events.Next;
        }
    }
}
