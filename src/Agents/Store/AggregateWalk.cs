using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook.Agents;

/// <summary>Walks over the events of aggregates that are known, newest first in the order in which the store took them, without reading what belongs to others.</summary>
internal sealed class AggregateWalk(IEventStore store, EventFilter filter, int pageSize)
{
    /// <summary>The streams of the aggregates with the filter's id: one if its type is known, too.</summary>
    internal async ValueTask<List<string>> FindStreamsAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(filter.AggregateType))
        {
            string only = $"{filter.AggregateType}/{filter.AggregateId}";
            return string.Equals(AggregateStream.Parse(only)?.Type, filter.AggregateType, StringComparison.Ordinal) && IsStreamId(only) ? [only] : [];
        }

        var streams = new List<string>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync("", continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
            streams.AddRange(listing.Streams.Select(static stream => stream.StreamId).Where(streamId => AggregateStream.Parse(streamId) is var (_, id) && string.Equals(id, filter.AggregateId, StringComparison.Ordinal)));
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        return streams;
    }

    /// <summary>The wanted events of some streams below an offset.</summary>
    internal async IAsyncEnumerable<(AgentEvent Event, long Offset)> WalkAsync(List<string> streams, long below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walks = new List<IAsyncEnumerator<(AgentEvent Event, long Offset)>>();
        try
        {
            foreach (string streamId in streams)
            {
                walks.Add(WalkAsync(streamId, below, cancellationToken).GetAsyncEnumerator(cancellationToken));
            }

            for (int i = walks.Count - 1; i >= 0; i--)
            {
                await MoveAsync(walks, i).ConfigureAwait(false);
            }

            while (walks.Count > 0)
            {
                int newest = walks.IndexOf(walks.MaxBy(static walk => walk.Current.Offset)!);
                yield return walks[newest].Current;
                await MoveAsync(walks, newest).ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (IAsyncEnumerator<(AgentEvent, long)> walk in walks)
            {
                await walk.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // A filter finds nothing where nothing can be; only whoever names an aggregate to read it is told what is wrong with its name.
    private static bool IsStreamId(string text)
    {
        try
        {
            StreamId.Validate(text);
            return true;
        }
        catch (InvalidStreamIdException)
        {
            return false;
        }
    }

    private static async ValueTask MoveAsync(List<IAsyncEnumerator<(AgentEvent, long)>> walks, int index)
    {
        IAsyncEnumerator<(AgentEvent, long)> walk = walks[index];
        if (!await walk.MoveNextAsync().ConfigureAwait(false))
        {
            walks.RemoveAt(index);
            await walk.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<(AgentEvent Event, long Offset)> WalkAsync(string streamId, long below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long end = await FindEndAsync(streamId, below, cancellationToken).ConfigureAwait(false);
        while (end > 0)
        {
            var found = new List<(AgentEvent Event, long Offset)>();
            long start = Math.Max(0, end - pageSize);
            long next = start;
            while (next < end)
            {
                using EventPage page = await store.ReadStreamAsync(streamId, next, (int)(end - next), cancellationToken).ConfigureAwait(false);
                if (page.Count == 0 || page.Events[0].Sequence >= end)
                {
                    break;
                }

                RecordedAgentEvent.AddMatching(page, filter, found);
                next = page.Events[^1].Sequence + 1;
            }

            for (int i = found.Count - 1; i >= 0; i--)
            {
                if (found[i].Offset < below && found[i].Event.Version <= end)
                {
                    yield return found[i];
                }
            }

            // Nothing at all: what stands before was truncated.
            end = next == start ? 0 : start;
        }
    }

    /// <summary>The first sequence of a stream that is not below an offset: offsets rise with sequences.</summary>
    private async ValueTask<long> FindEndAsync(string streamId, long below, CancellationToken cancellationToken)
    {
        if (await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false) is not { } info)
        {
            return 0;
        }

        long low = below == long.MaxValue ? info.Version : info.FirstSequence;
        long high = info.Version;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            using EventPage page = await store.ReadStreamAsync(streamId, middle, 1, cancellationToken).ConfigureAwait(false);
            if (page.Count > 0 && page.Events[0].Offset < below)
            {
                low = page.Events[0].Sequence + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
