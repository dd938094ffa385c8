namespace Daybook.Stores.Ttl;

/// <summary>Streams expire with their newest event.</summary>
internal sealed class StreamTtlStore(IEventStore inner, TimeSpan ttl, TimeProvider clock) : TtlEventStore(inner, ttl, clock)
{
    public override TtlMode Mode => TtlMode.Streams;

    public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        StreamInfo? info = await FindAsync(batch.StreamId, cancellationToken).ConfigureAwait(false);
        return info is null || IsAlive(info)
            ? await Inner.AppendAsync(batch, cancellationToken).ConfigureAwait(false)
            : await AloneAsync(batch.StreamId, () => AppendAnewAsync(batch, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            EventPage page = await Inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken).ConfigureAwait(false);
            if (page.StreamVersion == 0 || StreamId.IsSystem(streamId))
            {
                return page;
            }

            // Often the page ends with the newest event, and says all that is to be known.
            if (page.Count > 0 && page.Events[^1].Sequence == page.StreamVersion - 1 && page.Events[^1].TimestampTicks >= OldestAliveTicks())
            {
                return page;
            }

            StreamInfo? info = await Inner.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            if (info?.Incarnation == page.Incarnation)
            {
                if (IsAlive(info))
                {
                    return page;
                }

                page.Dispose();
                return new(page.Types, [], 0, 0, [], fromSequence);
            }

            // The stream was deleted in between; what is there now is another one.
            page.Dispose();
        }
    }

    public override async ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default)
    {
        StreamInfo? info = await FindAsync(streamId, cancellationToken).ConfigureAwait(false);
        return info is null || IsAlive(info)
            ? await Inner.TruncateStreamAsync(streamId, firstSequence, cancellationToken).ConfigureAwait(false)
            : throw new StreamNotFoundException(streamId);
    }

    private protected override ValueTask<StreamInfo?> SeeAsync(StreamInfo info, CancellationToken cancellationToken) => new(IsAlive(info) ? info : null);

    private protected override async ValueTask<EventPage> SelectAliveAsync(EventPage page, CancellationToken cancellationToken)
    {
        var streams = new Dictionary<string, bool>(StringComparer.Ordinal);
        var alive = new SelectedEvents(page);
        for (int i = 0; i < page.Count; i++)
        {
            string streamId = page.Events[i].StreamId;
            if (!streams.TryGetValue(streamId, out bool isAlive))
            {
                StreamInfo? info = await Inner.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
                isAlive = info is not null && IsAlive(info);
                streams.Add(streamId, isAlive);
            }

            if (isAlive)
            {
                alive.Add(i);
            }
        }

        return alive.Take(page.Next);
    }

    private protected override async ValueTask<bool> DeleteAloneAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        StreamInfo? info = await FindAsync(streamId, cancellationToken).ConfigureAwait(false);
        if (info is null || IsAlive(info))
        {
            return await Inner.DeleteStreamAsync(streamId, expectedVersion, cancellationToken).ConfigureAwait(false);
        }

        await ForgetAsync(info, expectedVersion, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private protected override ValueTask<long> RemoveExpiredAsync(string streamId, CancellationToken cancellationToken) => AloneAsync(
        streamId,
        async () =>
        {
            StreamInfo? info = await Inner.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            if (info is null || IsAlive(info))
            {
                return 0L;
            }

            try
            {
                return await Inner.DeleteStreamAsync(streamId, ExpectedVersion.At(info.Version), cancellationToken).ConfigureAwait(false) ? info.Count : 0;
            }
            catch (ConcurrencyException)
            {
                // Somebody has just appended, so the stream is alive.
                return 0;
            }
        },
        cancellationToken);

    private async ValueTask<AppendResult> AppendAnewAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        StreamInfo? info = await Inner.GetStreamInfoAsync(batch.StreamId, cancellationToken).ConfigureAwait(false);
        if (info is not null && !IsAlive(info))
        {
            AppendLimits.Check(batch, Limits);
            await ForgetAsync(info, batch.ExpectedVersion, cancellationToken).ConfigureAwait(false);
        }

        return await Inner.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask ForgetAsync(StreamInfo info, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        if (!expectedVersion.Matches(0))
        {
            throw new ConcurrencyException(info.StreamId, expectedVersion, 0);
        }

        _ = await Inner.DeleteStreamAsync(info.StreamId, ExpectedVersion.At(info.Version), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A user's stream; of Daybook's own ones none expires.</summary>
    private ValueTask<StreamInfo?> FindAsync(string streamId, CancellationToken cancellationToken) =>
        StreamId.IsSystem(streamId) ? default : Inner.GetStreamInfoAsync(streamId, cancellationToken);

    private bool IsAlive(StreamInfo info) => info.LastTimestamp.UtcTicks >= OldestAliveTicks();
}
