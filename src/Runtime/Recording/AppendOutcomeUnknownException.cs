using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// An append failed in a way that leaves open whether its events were stored. The exception carries the append: to
/// retry it is safe, since its event ids are known to the stream if it was stored.
/// </summary>
public sealed class AppendOutcomeUnknownException : DaybookException
{
    private readonly IEventStore _store;
    private readonly AppendBatch _batch;

    internal AppendOutcomeUnknownException(IEventStore store, AppendBatch batch, Exception innerException)
        : base($"Whether {batch.Count} event(s) for stream '{batch.StreamId}' were stored is unknown: {innerException.Message} Call RetryAsync later, on the reopened store if need be.", innerException)
    {
        _store = store;
        _batch = batch;
        StreamId = batch.StreamId;
        var ids = ImmutableArray.CreateBuilder<EventId>(batch.Count);
        foreach (ref readonly PendingEvent pending in batch.Events)
        {
            ids.Add(pending.Id);
        }

        EventIds = ids.MoveToImmutable();
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The ids of the append's events, in order.</summary>
    public ImmutableArray<EventId> EventIds { get; }

    /// <summary>Appends again, with the same ids and payloads. Not for two callers at once.</summary>
    /// <param name="store">The store to append to; the one that failed when null.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where the events stand.</returns>
    public ValueTask<AppendResult> RetryAsync(IEventStore? store = null, CancellationToken cancellationToken = default) =>
        (store ?? _store).AppendAsync(_batch, cancellationToken);
}
