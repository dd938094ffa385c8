namespace Daybook.Stores.Ttl;

/// <summary>Events expire, each for itself.</summary>
internal sealed class EventTtlStore(IEventStore inner, TimeSpan ttl, TimeProvider clock) : TtlEventStore(inner, ttl, clock)
{
    private const int PageSize = 1024;

    public override TtlMode Mode => TtlMode.Events;

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        long oldest = OldestAliveTicks();
        long from = fromSequence;
        long first = 0;
        EventId incarnation = default;
        while (true)
        {
            EventPage page = await Inner.ReadStreamAsync(streamId, from, maxCount, cancellationToken).ConfigureAwait(false);
            if (StreamId.IsSystem(streamId))
            {
                return page;
            }

            if (!incarnation.IsEmpty && incarnation != page.Incarnation)
            {
                // The stream was deleted in between; what is there now is another one.
                page.Dispose();
                (from, first, incarnation) = (fromSequence, 0, default);
                continue;
            }

            // Whoever folds is to see that events are missing, so the stream begins behind the last one that is.
            incarnation = page.Incarnation;
            SelectedEvents alive = Select(page, oldest, ref first);
            if (alive.Count > 0 || page.Count == 0)
            {
                return alive.Take(page.Next, Math.Max(first, page.FirstSequence));
            }

            from = page.Next;
            page.Dispose();
        }
    }

    private protected override ValueTask<EventPage> SelectAliveAsync(EventPage page, CancellationToken cancellationToken)
    {
        long ignored = 0;
        return new(Select(page, OldestAliveTicks(), ref ignored).Take(page.Next));
    }

    private protected override async ValueTask<StreamInfo?> SeeAsync(StreamInfo info, CancellationToken cancellationToken)
    {
        if (info.FirstSequence == 0 && info.FirstTimestamp.UtcTicks >= OldestAliveTicks())
        {
            return info;
        }

        (long first, ChainHash? hashBefore) = await FindFirstAliveAsync(info, cancellationToken).ConfigureAwait(false);
        return info with { FirstSequence = first, HashBefore = hashBefore };
    }

    private protected override ValueTask<bool> DeleteAloneAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken) =>
        Inner.DeleteStreamAsync(streamId, expectedVersion, cancellationToken);

    private protected override ValueTask<long> RemoveExpiredAsync(string streamId, CancellationToken cancellationToken) => AloneAsync(
        streamId,
        async () =>
        {
            StreamInfo? info = await Inner.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            if (info is null || (info.FirstSequence == 0 && info.FirstTimestamp.UtcTicks >= OldestAliveTicks()))
            {
                return 0L;
            }

            (long first, _) = await FindFirstAliveAsync(info, cancellationToken).ConfigureAwait(false);
            return first > info.FirstSequence && await Inner.TruncateStreamAsync(streamId, first, cancellationToken).ConfigureAwait(false)
                ? first - info.FirstSequence
                : 0;
        },
        cancellationToken);

    private static SelectedEvents Select(EventPage page, long oldest, ref long first)
    {
        var alive = new SelectedEvents(page);
        for (int i = 0; i < page.Count; i++)
        {
            if (page.Events[i].TimestampTicks >= oldest)
            {
                alive.Add(i);
            }
            else
            {
                first = page.Events[i].Sequence + 1;
            }
        }

        return alive;
    }

    /// <summary>The first event of a stream that is not expired, and the chain hash before it; the stream's version when there is none.</summary>
    private async ValueTask<(long First, ChainHash? HashBefore)> FindFirstAliveAsync(StreamInfo info, CancellationToken cancellationToken)
    {
        long oldest = OldestAliveTicks();
        long first = info.FirstSequence;
        ChainHash? hash = info.HashBefore;

        // What is appended from now on is not looked at: it may be expired only by the time that this ends.
        while (first < info.Version)
        {
            using EventPage page = await Inner.ReadStreamAsync(info.StreamId, first, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                break;
            }

            for (int i = 0; i < page.Count && first < info.Version; i++)
            {
                if (page.Events[i].TimestampTicks >= oldest)
                {
                    return (first, hash);
                }

                first = page.Events[i].Sequence + 1;
                hash = page.HashOf(page.Events[i]);
            }
        }

        return (first, hash);
    }
}
