namespace Daybook.Stores.Copying;

/// <summary>Copies single streams, whatever the target has of them already.</summary>
internal sealed class StreamCopy(IEventStore source, IEventStore target, bool mirror, CopyBatch batch)
{
    private const int PageSize = 4096;
    private const int MaxAttempts = 10;

    /// <summary>Brings the target's stream up to the source's.</summary>
    /// <returns>False when the stream cannot be copied at all: see <see cref="CopyReport.LeftOut"/>.</returns>
    internal async ValueTask<bool> CopyAsync(string streamId, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            StreamInfo? from = await source.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            StreamInfo? to = await target.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            if (to is not null && (from is null ? mirror : !Continues(from, to)))
            {
                if (!mirror)
                {
                    throw new StoreCopyException(streamId, -1, $"The target holds another stream '{streamId}', at version {to.Version}; copy into an empty store, or with Mirror to replace it.");
                }

                _ = await target.DeleteStreamAsync(streamId, ExpectedVersion.At(to.Version), cancellationToken).ConfigureAwait(false);
                to = null;
            }

            if (from is null)
            {
                return true;
            }

            if (from.Count == 0 && to is null)
            {
                if (from.Hash is not null || !target.Capabilities.CanTruncate)
                {
                    return false;
                }

                await batch.WriteEmptyAsync(from, cancellationToken).ConfigureAwait(false);
                return true;
            }

            if (await TryContinueAsync(from, to, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new StoreCopyException(streamId, -1, $"The stream '{streamId}' shows no gapless events: it was deleted or truncated again and again while it was copied, or the source is a view that hides some; copy when it rests, or the store behind the view.");
    }

    /// <summary>Compares what both stores have of a stream.</summary>
    /// <returns>The first sequence at which they differ, or -1.</returns>
    internal async ValueTask<long> FindDifferenceAsync(string streamId, CancellationToken cancellationToken)
    {
        StreamInfo? from = await source.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        StreamInfo? to = await target.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        if (from is null || to is null || from.Incarnation != to.Incarnation)
        {
            // Deleted since it was copied, or left out.
            return -1;
        }

        if (!string.Equals(from.Category, to.Category, StringComparison.Ordinal) || from.FirstTimestamp != to.FirstTimestamp)
        {
            return 0;
        }

        long next = Math.Max(from.FirstSequence, to.FirstSequence);
        long end = Math.Min(from.Version, to.Version);
        while (next < end)
        {
            using EventPage left = await source.ReadStreamAsync(streamId, next, PageSize, cancellationToken).ConfigureAwait(false);
            using EventPage right = await target.ReadStreamAsync(streamId, next, PageSize, cancellationToken).ConfigureAwait(false);
            if (left.Incarnation != from.Incarnation)
            {
                return -1;
            }

            int count = (int)Math.Min(Math.Min(left.Count, right.Count), end - next);
            if (count == 0)
            {
                return next;
            }

            for (int i = 0; i < count; i++)
            {
                if (!IsSame(left, left.Events[i], right, right.Events[i]))
                {
                    return left.Events[i].Sequence;
                }
            }

            next += count;
        }

        return -1;
    }

    private static bool Continues(StreamInfo from, StreamInfo to) =>
        from.Incarnation == to.Incarnation && to.Version <= from.Version && to.Version >= from.FirstSequence
        && (to.Version < from.Version || to.Hash is null || from.Hash is null || to.Hash == from.Hash);

    private static bool IsSame(EventPage left, in RecordedEvent one, EventPage right, in RecordedEvent other) =>
        one.Sequence == other.Sequence && one.Id == other.Id && one.TimestampTicks == other.TimestampTicks && Equals(one.Metadata, other.Metadata)
        && left.Types[one.TypeIndex].Equals(right.Types[other.TypeIndex])
        && left.PayloadOf(one).SequenceEqual(right.PayloadOf(other))
        && (!one.IsChained || !other.IsChained || left.HashOf(one) == right.HashOf(other));

    private async ValueTask<bool> TryContinueAsync(StreamInfo from, StreamInfo? to, CancellationToken cancellationToken)
    {
        long next = to?.Version ?? from.FirstSequence;
        batch.Start(from, next, exists: to is not null);
        while (next < from.Version)
        {
            using EventPage page = await source.ReadStreamAsync(from.StreamId, next, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Incarnation != from.Incarnation || page.Count == 0)
            {
                return false;
            }

            for (int i = 0; i < page.Count; i++)
            {
                if (page.Events[i].Sequence != next + i)
                {
                    return false;
                }
            }

            await batch.AddAsync(page, 0, page.Count, cancellationToken).ConfigureAwait(false);
            next += page.Count;
        }

        await batch.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (mirror && to is not null && from.FirstSequence > to.FirstSequence && target.Capabilities.CanTruncate)
        {
            _ = await target.TruncateStreamAsync(from.StreamId, from.FirstSequence, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
