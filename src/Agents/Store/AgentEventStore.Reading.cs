using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook.Agents;

public sealed partial class AgentEventStore
{
    private const int PageSize = 256;

    /// <summary>Finds an event by its id, newest first: through the whole store unless its aggregate's id is known.</summary>
    /// <param name="eventId">The id.</param>
    /// <param name="aggregateId">The aggregate's id, if it is known.</param>
    /// <param name="aggregateType">What the aggregate is, if it is known.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The event; null when there is none.</returns>
    public async ValueTask<AgentEvent?> GetEventAsync(EventId eventId, string? aggregateId = null, string? aggregateType = null, CancellationToken cancellationToken = default)
    {
        var filter = new EventFilter { AggregateId = aggregateId, AggregateType = aggregateType };
        await foreach ((AgentEvent found, _) in WalkAsync(filter, long.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            if (found.EventId == eventId)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Reads the events of an aggregate, oldest first; none when there is no such aggregate.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="fromVersion">The first version to read.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The events.</returns>
    public async ValueTask<ImmutableArray<AgentEvent>> GetEventsByAggregateAsync(
        string aggregateId, string aggregateType, long fromVersion = 1, CancellationToken cancellationToken = default)
    {
        var events = ImmutableArray.CreateBuilder<AgentEvent>();
        await foreach (AgentEvent e in ReplayAsync(aggregateId, aggregateType, fromVersion, cancellationToken).ConfigureAwait(false))
        {
            events.Add(e);
        }

        return events.ToImmutable();
    }

    /// <summary>Reads the events of an aggregate one after the other, oldest first, page by page.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="fromVersion">The first version to read.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The events.</returns>
    public IAsyncEnumerable<AgentEvent> ReplayAsync(string aggregateId, string aggregateType, long fromVersion = 1, CancellationToken cancellationToken = default)
    {
        string streamId = StreamOf(aggregateId, aggregateType);
        ArgumentOutOfRangeException.ThrowIfLessThan(fromVersion, 1);
        return ReadAsync(streamId, fromVersion - 1, cancellationToken);
    }

    /// <summary>Reads an aggregate whole: its events, its version and its newest snapshot.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="afterSnapshot">Whether the events that the snapshot takes in are left out.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="StreamNotFoundException">There is no such aggregate.</exception>
    public async ValueTask<AgentEventStream> GetEventStreamAsync(
        string aggregateId, string aggregateType, bool afterSnapshot = false, CancellationToken cancellationToken = default)
    {
        AggregateSnapshot? snapshot = await GetSnapshotAsync(aggregateId, aggregateType, cancellationToken: cancellationToken).ConfigureAwait(false);
        long from = afterSnapshot && snapshot is not null ? snapshot.Version + 1 : 1;
        ImmutableArray<AgentEvent> events = await GetEventsByAggregateAsync(aggregateId, aggregateType, from, cancellationToken).ConfigureAwait(false);

        // Not asked for anew behind a snapshot: events that come in meanwhile are in neither.
        long version = !events.IsEmpty ? events[^1].Version
            : from > 1 ? from - 1
            : await GetAggregateVersionAsync(aggregateId, aggregateType, cancellationToken).ConfigureAwait(false);
        return version == 0
            ? throw new StreamNotFoundException(StreamOf(aggregateId, aggregateType))
            : new(aggregateId, aggregateType, events, version, snapshot);
    }

    /// <summary>The version of an aggregate, without reading its events.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>How many events it has had; 0 when there is no such aggregate.</returns>
    public async ValueTask<long> GetAggregateVersionAsync(string aggregateId, string aggregateType, CancellationToken cancellationToken = default)
    {
        StreamInfo? info = await Store.GetStreamInfoAsync(StreamOf(aggregateId, aggregateType), cancellationToken).ConfigureAwait(false);
        return info?.Version ?? 0;
    }

    /// <summary>Finds events across aggregates, newest first in the order in which the store took them.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="limit">The greatest number of events.</param>
    /// <param name="offset">How many to pass over. Where events come in meanwhile, <see cref="QueryPageAsync"/> is what keeps pages apart.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The events.</returns>
    public async ValueTask<ImmutableArray<AgentEvent>> QueryAsync(EventFilter filter, int limit = 100, int offset = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (limit == 0)
        {
            return [];
        }

        var events = ImmutableArray.CreateBuilder<AgentEvent>();
        await foreach ((AgentEvent e, _) in WalkAsync(filter, long.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            if (offset-- > 0)
            {
                continue;
            }

            events.Add(e);
            if (events.Count == limit)
            {
                break;
            }
        }

        return events.ToImmutable();
    }

    /// <summary>
    /// Finds events across aggregates, newest first, page by page. A walk meets every event once that is there throughout the walk, and none that came in after the
    /// first page.
    /// </summary>
    /// <param name="filter">Which ones; the same for all pages.</param>
    /// <param name="limit">The greatest number of events on the page.</param>
    /// <param name="from">Null for the first page, then what the page before said.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page.</returns>
    public async ValueTask<AgentEventPage> QueryPageAsync(EventFilter filter, int limit = 100, long? from = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var events = ImmutableArray.CreateBuilder<AgentEvent>();
        long last = 0;
        await foreach ((AgentEvent e, long offset) in WalkAsync(filter, from ?? long.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            // One more than wanted tells whether there is another page.
            if (events.Count == limit)
            {
                return new(events.ToImmutable(), last);
            }

            events.Add(e);
            last = offset;
        }

        return new(events.ToImmutable(), null);
    }

    private async IAsyncEnumerable<AgentEvent> ReadAsync(string streamId, long fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Envelope envelope in Store.ReadEventsAsync(streamId, fromSequence, catalog: null, cancellationToken).ConfigureAwait(false))
        {
            yield return RecordedAgentEvent.Of(envelope);
        }
    }

    private async IAsyncEnumerable<(AgentEvent Event, long Offset)> WalkAsync(EventFilter filter, long below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(filter.AggregateId))
        {
            var walk = new AggregateWalk(Store, filter, PageSize);
            List<string> streams = await walk.FindStreamsAsync(cancellationToken).ConfigureAwait(false);
            await foreach ((AgentEvent Event, long Offset) e in walk.WalkAsync(streams, below, cancellationToken).ConfigureAwait(false))
            {
                yield return e;
            }

            yield break;
        }

        EventQuery query = filter.ToQuery();
        while (true)
        {
            var found = new List<(AgentEvent Event, long Offset)>();
            using (EventPage page = await Store.ReadQueryAsync(query, below, PageSize, cancellationToken).ConfigureAwait(false))
            {
                if (page.Count == 0)
                {
                    yield break;
                }

                RecordedAgentEvent.AddMatching(page, filter, found);
                below = page.Next;
            }

            foreach ((AgentEvent Event, long Offset) e in found)
            {
                yield return e;
            }
        }
    }
}
