using System.Runtime.CompilerServices;
using Daybook.Generated;

namespace Daybook.Llm;

/// <summary>What the stores of both L0s answer, asked of any store.</summary>
public static class EventStoreExtensions
{
    /// <summary>Reads the events of a stream, for display decoded to this package's records.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="afterSequence">The sequence behind which to begin; all events unless said.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The events; none when there is no stream.</returns>
    public static IAsyncEnumerable<Envelope> GetEventsAsync(
        this IEventStore store, string streamId, long afterSequence = -1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(afterSequence, -1);
        return store.ReadEventsAsync(streamId, afterSequence + 1, DaybookLlmCatalog.Instance, cancellationToken);
    }

    /// <summary>Reads the last event of a stream.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The event; null when there is none.</returns>
    public static async ValueTask<Envelope?> GetLastEventAsync(this IEventStore store, string streamId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamInfo? info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        Envelope? last = null;
        if (info is { Count: > 0 })
        {
            await foreach (Envelope envelope in store.GetEventsAsync(streamId, info.Version - 2, cancellationToken).ConfigureAwait(false))
            {
                last = envelope;
            }
        }

        return last;
    }

    /// <summary>Whether a stream has an event that is not expired.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when it has.</returns>
    public static async ValueTask<bool> ExistsAsync(this IEventStore store, string streamId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false) is { Count: > 0 };
    }

    /// <summary>Lists all streams, page by page behind the scenes.</summary>
    /// <param name="store">The store.</param>
    /// <param name="prefix">What their ids start with.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>What the store knows of each of them.</returns>
    public static async IAsyncEnumerable<StreamInfo> ListAllStreamsAsync(
        this IEventStore store, string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (StreamInfo stream in listing.Streams)
            {
                yield return stream;
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);
    }
}
