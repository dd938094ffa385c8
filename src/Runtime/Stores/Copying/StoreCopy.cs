using System.Collections.Immutable;

namespace Daybook.Stores.Copying;

/// <summary>
/// One copy of a store: first along the feed, so that the target's feed has the same order; then stream by stream, for
/// whatever that did not settle.
/// </summary>
internal sealed class StoreCopy(IEventStore source, IEventStore target, CopyOptions options)
{
    private const int PageSize = 4096;

    // Where the copy along the feed stands in each stream; null for those that are left to the second pass.
    private readonly Dictionary<string, Position?> _positions = new(StringComparer.Ordinal);

    internal async ValueTask<CopyReport> RunAsync(CancellationToken cancellationToken)
    {
        using var batch = new CopyBatch(target);
        await CopyFeedAsync(batch, cancellationToken).ConfigureAwait(false);

        var copy = new StreamCopy(source, target, options.Mirror, batch);
        var leftOut = ImmutableArray.CreateBuilder<string>();
        long streams = 0;
        foreach (string prefix in (string[])["", "$"])
        {
            await foreach (string streamId in StreamNames.OfAsync(source, prefix, cancellationToken).ConfigureAwait(false))
            {
                if (await CopyAsync(copy, streamId, cancellationToken).ConfigureAwait(false))
                {
                    streams += prefix.Length == 0 ? 1 : 0;
                }
                else
                {
                    leftOut.Add(streamId);
                }
            }

            if (options.Mirror)
            {
                await foreach (string streamId in StreamNames.OfAsync(target, prefix, cancellationToken).ConfigureAwait(false))
                {
                    _ = await copy.CopyAsync(streamId, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return new(streams, batch.Written, leftOut.ToImmutable());
    }

    private async ValueTask<bool> CopyAsync(StreamCopy copy, string streamId, CancellationToken cancellationToken)
    {
        bool copied = await copy.CopyAsync(streamId, cancellationToken).ConfigureAwait(false);
        long difference = options.Verify ? await copy.FindDifferenceAsync(streamId, cancellationToken).ConfigureAwait(false) : -1;
        if (difference < 0)
        {
            return copied;
        }

        if (options.Mirror)
        {
            // Redacted since an earlier copy, for instance.
            _ = await target.DeleteStreamAsync(streamId, ExpectedVersion.Any, cancellationToken).ConfigureAwait(false);
            _ = await copy.CopyAsync(streamId, cancellationToken).ConfigureAwait(false);
            difference = await copy.FindDifferenceAsync(streamId, cancellationToken).ConfigureAwait(false);
        }

        string remedy = options.Mirror ? "verify the source's hash chain, and whether others write to the target" : "copy with Mirror to replace it";
        return difference < 0
            ? true
            : throw new StoreCopyException(streamId, difference, $"Stream '{streamId}' is not the same in the target from sequence {difference} on; {remedy}.");
    }

    private async ValueTask CopyFeedAsync(CopyBatch batch, CancellationToken cancellationToken)
    {
        long end = await source.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
        for (long from = 0; from < end;)
        {
            using EventPage page = await source.ReadFeedAsync(from, PageSize, cancellationToken).ConfigureAwait(false);
            for (int start = 0, next; start < page.Count; start = next)
            {
                next = EndOfRun(page, start);
                await CopyRunAsync(batch, page, start, next, cancellationToken).ConfigureAwait(false);
            }

            from = page.Count == 0 ? end : page.Next;
        }
    }

    private static int EndOfRun(EventPage page, int start)
    {
        int end = start + 1;
        while (end < page.Count
            && string.Equals(page.Events[end].StreamId, page.Events[start].StreamId, StringComparison.Ordinal)
            && page.Events[end].Sequence == page.Events[end - 1].Sequence + 1)
        {
            end++;
        }

        return end;
    }

    private async ValueTask CopyRunAsync(CopyBatch batch, EventPage page, int start, int end, CancellationToken cancellationToken)
    {
        string streamId = page.Events[start].StreamId;
        if (!_positions.TryGetValue(streamId, out Position? position))
        {
            position = await FindPositionAsync(streamId, cancellationToken).ConfigureAwait(false);
            _positions.Add(streamId, position);
        }

        long first = page.Events[start].Sequence;
        long last = page.Events[end - 1].Sequence;
        if (position is null || last < position.Next)
        {
            return;
        }

        if (first > position.Next)
        {
            _positions[streamId] = null;
            return;
        }

        batch.Start(position.Stream, position.Next, position.Exists);
        await batch.AddAsync(page, start + (int)(position.Next - first), end, cancellationToken).ConfigureAwait(false);
        await batch.FlushAsync(cancellationToken).ConfigureAwait(false);
        _positions[streamId] = position with { Next = last + 1, Exists = true };
    }

    private async ValueTask<Position?> FindPositionAsync(string streamId, CancellationToken cancellationToken)
    {
        StreamInfo? from = await source.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        StreamInfo? to = await target.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        return from is null || (to is not null && to.Incarnation != from.Incarnation) ? null
            : new(from, to?.Version ?? from.FirstSequence, to is not null);
    }

    private sealed record Position(StreamInfo Stream, long Next, bool Exists);
}
