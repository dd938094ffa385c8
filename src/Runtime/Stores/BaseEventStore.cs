using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// What every store does alike: it checks arguments, limits, and that it is open, before the store's own code runs.
/// Derive from it to write a store.
/// </summary>
public abstract class BaseEventStore : IEventStore
{
    private int _disposed;

    /// <inheritdoc/>
    public abstract StoreCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public virtual StoreLimits Limits { get; } = new();

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ThrowIfUnusable(cancellationToken);
        ThrowIfReadOnly();
        StreamId.ValidateAny(batch.StreamId);
        AppendLimits.Check(batch, Limits);
        ThrowUnless(batch.Origin is null || Capabilities.CanTruncate, "begin a stream at another sequence than 0");
        return AppendCoreAsync(batch, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        StreamId.ValidateAny(streamId);
        ArgumentOutOfRangeException.ThrowIfNegative(fromSequence);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        ThrowIfUnusable(cancellationToken);
        return ReadStreamCoreAsync(streamId, fromSequence, maxCount, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<EventPage> ReadFeedAsync(long fromOffset, int maxCount, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromOffset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        ThrowIfUnusable(cancellationToken);
        return ReadFeedCoreAsync(fromOffset, maxCount, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> GetFeedEndAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfUnusable(cancellationToken);
        return GetFeedEndCoreAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WaitForFeedAsync(long offset, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ThrowIfUnusable(cancellationToken);
        return WaitForFeedCoreAsync(offset, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(fromOffset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        ThrowIfUnusable(cancellationToken);
        return ReadQueryCoreAsync(query, fromOffset, maxCount, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default)
    {
        StreamId.ValidateAny(streamId);
        ThrowIfUnusable(cancellationToken);
        return GetStreamInfoCoreAsync(streamId, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        ThrowIfUnusable(cancellationToken);
        return ListStreamsCoreAsync(prefix, continuation, maxCount, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default)
    {
        StreamId.ValidateAny(streamId);
        ThrowIfUnusable(cancellationToken);
        ThrowIfReadOnly();
        bool deleted = await DeleteWithTombstoneAsync(streamId, expectedVersion, cancellationToken).ConfigureAwait(false);
        if (!StreamId.IsSystem(streamId))
        {
            // Also when there was no stream: an earlier deletion may have got no further than the stream itself.
            _ = await DeleteStreamCoreAsync(SystemStreams.SnapshotsOf(streamId), ExpectedVersion.Any, CancellationToken.None).ConfigureAwait(false);
        }

        return deleted;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default)
    {
        StreamId.ValidateAny(streamId);
        ArgumentOutOfRangeException.ThrowIfNegative(firstSequence);
        ThrowIfUnusable(cancellationToken);
        ThrowIfReadOnly();
        ThrowUnless(Capabilities.CanTruncate, "truncate streams");
        return TruncateStreamCoreAsync(streamId, firstSequence, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReplaceEventAsync(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        StreamId.ValidateAny(streamId);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentNullException.ThrowIfNull(schema);
        ThrowIfUnusable(cancellationToken);
        ThrowIfReadOnly();
        ThrowUnless(Capabilities.CanReplace, "replace events");
        StreamInfo? info = await GetStreamInfoCoreAsync(streamId, cancellationToken).ConfigureAwait(false);
        if (info is { Hash: not null } && sequence >= info.FirstSequence && sequence < info.Version)
        {
            _ = await Tombstones.AddReplacedAsync(this, info, sequence, payload, Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        bool replaced = await ReplaceEventCoreAsync(streamId, sequence, schema, payload, cancellationToken).ConfigureAwait(false);
        if (!StreamId.IsSystem(streamId))
        {
            // What an event held may live on in the snapshots; also when an earlier call got no further than the event.
            _ = await DeleteStreamCoreAsync(SystemStreams.SnapshotsOf(streamId), ExpectedVersion.Any, CancellationToken.None).ConfigureAwait(false);
        }

        return replaced;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await DisposeCoreAsync().ConfigureAwait(false);
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Appends; the batch has been checked against the limits.</summary>
    /// <inheritdoc cref="IEventStore.AppendAsync"/>
    protected abstract ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken);

    /// <summary>Reads a page of a stream; the arguments have been checked.</summary>
    /// <inheritdoc cref="IEventStore.ReadStreamAsync"/>
    protected abstract ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken);

    /// <summary>Reads a page of the feed; the arguments have been checked.</summary>
    /// <inheritdoc cref="IEventStore.ReadFeedAsync"/>
    protected abstract ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken);

    /// <summary>Says how far the feed goes.</summary>
    /// <inheritdoc cref="IEventStore.GetFeedEndAsync"/>
    protected abstract ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the feed; a store that is not told of appends looks again after a while.</summary>
    /// <inheritdoc cref="IEventStore.WaitForFeedAsync"/>
    protected virtual ValueTask WaitForFeedCoreAsync(long offset, CancellationToken cancellationToken) =>
        new(Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken));

    /// <summary>Reads a page of a query; without indexes of its own a store walks over the feed.</summary>
    /// <inheritdoc cref="IEventStore.ReadQueryAsync"/>
    protected virtual ValueTask<EventPage> ReadQueryCoreAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return FeedScan.ReadAsync(this, query, fromOffset, maxCount, cancellationToken);
    }

    /// <summary>Finds a stream; the arguments have been checked.</summary>
    /// <inheritdoc cref="IEventStore.GetStreamInfoAsync"/>
    protected abstract ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken);

    /// <summary>Lists streams; the arguments have been checked.</summary>
    /// <inheritdoc cref="IEventStore.ListStreamsAsync"/>
    protected abstract ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken);

    /// <summary>Forgets a stream; the arguments have been checked, and its snapshots are seen to elsewhere.</summary>
    /// <inheritdoc cref="IEventStore.DeleteStreamAsync"/>
    protected abstract ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken);

    /// <summary>Removes the first events of a stream; called only when <see cref="StoreCapabilities.CanTruncate"/> says so.</summary>
    /// <inheritdoc cref="IEventStore.TruncateStreamAsync"/>
    protected virtual ValueTask<bool> TruncateStreamCoreAsync(string streamId, long firstSequence, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Replaces an event's type and payload; called only when <see cref="StoreCapabilities.CanReplace"/> says so.</summary>
    /// <inheritdoc cref="IEventStore.ReplaceEventAsync"/>
    protected virtual ValueTask<bool> ReplaceEventCoreAsync(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Stamps what the store records of its own accord.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Closes the store; called once.</summary>
    /// <returns>Done when everything acknowledged is safe and nothing is held any more.</returns>
    protected virtual ValueTask DisposeCoreAsync() => ValueTask.CompletedTask;

    private async ValueTask<bool> DeleteWithTombstoneAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        while (true)
        {
            StreamInfo? info = StreamId.IsSystem(streamId) ? null : await GetStreamInfoCoreAsync(streamId, cancellationToken).ConfigureAwait(false);
            if (info?.Hash is null || !expectedVersion.Matches(info.Version))
            {
                return await DeleteStreamCoreAsync(streamId, expectedVersion, cancellationToken).ConfigureAwait(false);
            }

            _ = await Tombstones.AddDeletedAsync(this, info, Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            try
            {
                // What the tombstone says must be what is deleted.
                return await DeleteStreamCoreAsync(streamId, ExpectedVersion.At(info.Version), cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyException)
            {
                // Somebody appended or deleted in between.
            }
        }
    }

    private void ThrowIfUnusable(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static void ThrowUnless(bool can, string what)
    {
        if (!can)
        {
            throw new NotSupportedException($"This store cannot {what}.");
        }
    }

    private void ThrowIfReadOnly()
    {
        if (Capabilities.IsReadOnly)
        {
            throw new StoreReadOnlyException("This store was opened for reading only; open it for writing to change anything.");
        }
    }
}
