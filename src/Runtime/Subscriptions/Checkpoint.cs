using System.Globalization;
using Daybook.Stores;

namespace Daybook;

/// <summary>Where a subscription, or its share of the streams, has come to.</summary>
internal sealed class Checkpoint(IEventStore store, string name, StreamPartition partition, FeedOptions options)
{
    private readonly StoreRetry _retry = new(options);
    private readonly NewestRecord<CheckpointRecord> _record = Open(store, name, partition, options);

    /// <summary>
    /// Finds where to go on. Behind every checkpoint of a whole set of shares everything was handled, so the furthest of these counts:
    /// the number of shares may change between two runs.
    /// </summary>
    /// <returns>The offset; null when nothing was ever saved.</returns>
    internal async ValueTask<long?> FindAsync(CancellationToken cancellationToken)
    {
        long? own = await ReadAsync(_record, cancellationToken).ConfigureAwait(false);
        var sets = new Dictionary<int, List<int>>();
        string prefix = SystemStreams.CheckpointOf(name);
        string? continuation = null;
        do
        {
            StreamListing listing = await _retry.RunAsync(token => store.ListStreamsAsync(prefix, continuation, 1000, token), cancellationToken).ConfigureAwait(false);
            foreach (StreamInfo stream in listing.Streams)
            {
                if (Parse(stream.StreamId[prefix.Length..]) is not { } other || other == partition)
                {
                    continue;
                }

                if (!sets.TryGetValue(other.Count, out List<int>? indexes))
                {
                    sets.Add(other.Count, indexes = []);
                }

                indexes.Add(other.Index);
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);

        foreach ((int count, _) in sets.Where(set => set.Key != partition.Count && set.Value.Count == set.Key))
        {
            long? least = long.MaxValue;
            for (int i = 0; i < count; i++)
            {
                long? offset = await ReadAsync(Open(store, name, new(i, count), options), cancellationToken).ConfigureAwait(false);
                least = offset < least ? offset : offset is null ? null : least;
            }

            own = own is null || least > own ? least ?? own : own;
        }

        return own;
    }

    /// <summary>Saves an offset.</summary>
    /// <exception cref="CheckpointConflictException">Somebody else has saved one.</exception>
    internal async ValueTask SaveAsync(long offset, CancellationToken cancellationToken)
    {
        if (!await _record.TryAppendAsync(new(offset), cancellationToken).ConfigureAwait(false))
        {
            throw new CheckpointConflictException(name, partition);
        }
    }

    private static NewestRecord<CheckpointRecord> Open(IEventStore store, string name, StreamPartition partition, FeedOptions options)
    {
        string streamId = SystemStreams.CheckpointOf(name) + (partition.Count == 1 ? "" : $"/{partition}");
        return new(store, streamId, kept: 1, options);
    }

    private static async ValueTask<long?> ReadAsync(NewestRecord<CheckpointRecord> record, CancellationToken cancellationToken)
    {
        (bool isFound, CheckpointRecord newest) = await record.FindAsync(static _ => true, cancellationToken).ConfigureAwait(false);
        return isFound ? newest.Offset : null;
    }

    // What stands behind the name; null when this is a checkpoint of another, longer name.
    private static StreamPartition? Parse(string suffix)
    {
        if (suffix.Length == 0)
        {
            return StreamPartition.All;
        }

        string[] parts = suffix.Split("-of-");
        int index = 0;
        int count = 0;
        bool isPartition = suffix[0] == '/' && parts.Length == 2
            && int.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out index)
            & int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && count is > 1 and <= StreamPartition.MaxCount && index < count;
        return isPartition ? new(index, count) : null;
    }
}
