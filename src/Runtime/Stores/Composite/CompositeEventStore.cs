using System.Collections.Immutable;
using Daybook.Schema;
using Daybook.Stores.Composite;
using Daybook.Stores.Copying;

namespace Daybook.Stores;

/// <summary>
/// Several stores that hold the same: everything is written to the primary first, and when it has accepted to the others at once, with its
/// sequences, event ids and time stamps. Reads come from the primary, unless <see cref="CompositeStoreOptions.OnPrimaryReadFailure"/> says otherwise. Offsets are each
/// store's own.
/// </summary>
public sealed partial class CompositeEventStore : DelegatingEventStore
{
    private readonly ImmutableArray<IEventStore> _secondaries;
    private readonly SecondaryFailure _onFailure;
    private readonly PrimaryReadFailure _onReadFailure;
    private readonly StreamLocks _locks = new();
    private readonly CompositeLag _lag = new();

    internal CompositeEventStore(IEventStore primary, ImmutableArray<IEventStore> secondaries, CompositeStoreOptions options)
        : base(primary)
    {
        _secondaries = secondaries;
        _onFailure = options.OnSecondaryFailure;
        _onReadFailure = options.OnPrimaryReadFailure;
        ImmutableArray<IEventStore> all = [primary, .. secondaries];
        Capabilities = primary.Capabilities with
        {
            IsDurable = all.All(static store => store.Capabilities.IsDurable),
            IsReadOnly = all.Any(static store => store.Capabilities.IsReadOnly),
            CanTruncate = all.All(static store => store.Capabilities.CanTruncate),
            CanReplace = all.All(static store => store.Capabilities.CanReplace),
        };
        Limits = new()
        {
            MaxPayloadBytes = all.Min(static store => store.Limits.MaxPayloadBytes),
            MaxAppendBytes = all.Min(static store => store.Limits.MaxAppendBytes),
            MaxAppendEvents = all.Min(static store => store.Limits.MaxAppendEvents),
        };
    }

    /// <inheritdoc/>
    public override StoreCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public override StoreLimits Limits { get; }

    /// <summary>
    /// In how many streams secondaries are known to lag behind the primary. The knowledge is this object's: after a crash
    /// <see cref="RepairAsync"/> finds out.
    /// </summary>
    public int LaggingStreams => _lag.Count;

    /// <inheritdoc/>
    public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        StreamId.ValidateAny(batch.StreamId);
        ThrowIfReadOnly();
        AppendLimits.Check(batch, Limits);
        ThrowUnless(batch.Origin is null || Capabilities.CanTruncate, "begin a stream at another sequence than 0");
        return _locks.AloneAsync(batch.StreamId, () => AppendAloneAsync(batch, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default)
    {
        ThrowIfReadOnly();
        return WriteAsync(
            streamId,
            () => Inner.DeleteStreamAsync(streamId, expectedVersion, cancellationToken),
            store => store.DeleteStreamAsync(streamId, ExpectedVersion.Any, CancellationToken.None),
            cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default)
    {
        ThrowIfReadOnly();
        ThrowUnless(Capabilities.CanTruncate, "truncate streams");
        return WriteAsync(
            streamId,
            () => Inner.TruncateStreamAsync(streamId, firstSequence, cancellationToken),
            store => store.TruncateStreamAsync(streamId, firstSequence, CancellationToken.None),
            cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> ReplaceEventAsync(
        string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        ThrowIfReadOnly();
        ThrowUnless(Capabilities.CanReplace, "replace events");
        return WriteAsync(
            streamId,
            () => Inner.ReplaceEventAsync(streamId, sequence, schema, payload, cancellationToken),
            store => store.ReplaceEventAsync(streamId, sequence, schema, payload, CancellationToken.None),
            cancellationToken);
    }

    /// <summary>
    /// Makes the secondaries what the primary is: what they lack is written, what they have otherwise or in excess is replaced or deleted.
    /// Streams can be written to meanwhile.
    /// </summary>
    /// <param name="compareEvents">Whether every event is compared; otherwise only streams known to lag, and of all others version, beginning and hash.</param>
    /// <param name="cancellationToken">Ends the work between two streams.</param>
    /// <returns>How many events were written to secondaries.</returns>
    public async ValueTask<long> RepairAsync(bool compareEvents = false, CancellationToken cancellationToken = default)
    {
        long written = 0;
        for (int i = 0; i < _secondaries.Length; i++)
        {
            using var batch = new CopyBatch(_secondaries[i]);
            var copy = new StreamCopy(Inner, _secondaries[i], mirror: true, batch);
            IEnumerable<string> known = _lag.Of(i + 1);
            foreach (string streamId in await FindStreamsAsync(_secondaries[i], known, cancellationToken).ConfigureAwait(false))
            {
                int store = i + 1;
                _ = await _locks.AloneAsync(streamId, () => RepairStreamAsync(copy, store, streamId, compareEvents, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            written += batch.Written;
        }

        return written;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        foreach (IEventStore secondary in _secondaries)
        {
            await secondary.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<AppendResult> AppendAloneAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        AppendResult result = await Inner.AppendAsync(batch, cancellationToken).ConfigureAwait(false);

        // The primary has decided; the others are to put the events in the same place or to fail.
        (ExpectedVersion expected, EventId incarnation) = (batch.ExpectedVersion, batch.ExpectedIncarnation);
        batch.ExpectedVersion = batch.Origin is null ? ExpectedVersion.At(result.FirstSequence) : ExpectedVersion.Any;
        batch.ExpectedIncarnation = default;
        try
        {
            await FollowAsync(batch.StreamId, store => AppendSameAsync(store, batch, result)).ConfigureAwait(false);
        }
        finally
        {
            (batch.ExpectedVersion, batch.ExpectedIncarnation) = (expected, incarnation);
        }

        return result;
    }

    private static async ValueTask<bool> AppendSameAsync(IEventStore store, AppendBatch batch, AppendResult expected)
    {
        AppendResult result = await store.AppendAsync(batch, CancellationToken.None).ConfigureAwait(false);
        return result.FirstSequence == expected.FirstSequence
            ? true
            : throw new ConcurrencyException(batch.StreamId, ExpectedVersion.At(expected.FirstSequence), result.FirstSequence);
    }

    private ValueTask<bool> WriteAsync(string streamId, Func<ValueTask<bool>> lead, Func<IEventStore, ValueTask<bool>> follow, CancellationToken cancellationToken)
    {
        StreamId.ValidateAny(streamId);
        return _locks.AloneAsync(
            streamId,
            async () =>
            {
                bool result = await lead().ConfigureAwait(false);
                await FollowAsync(streamId, follow).ConfigureAwait(false);
                return result;
            },
            cancellationToken);
    }

    private async ValueTask FollowAsync(string streamId, Func<IEventStore, ValueTask<bool>> act)
    {
        Exception?[] outcomes = _secondaries.Length == 1
            ? [await TryAsync(_secondaries[0], act).ConfigureAwait(false)]
            : await Task.WhenAll(_secondaries.Select(store => Task.Run(() => TryAsync(store, act)))).ConfigureAwait(false);
        ImmutableSortedDictionary<int, Exception> failures = outcomes
            .Select((exception, index) => (Store: index + 1, Exception: exception))
            .Where(static outcome => outcome.Exception is not null)
            .ToImmutableSortedDictionary(static outcome => outcome.Store, static outcome => outcome.Exception!);
        foreach (int store in failures.Keys)
        {
            _lag.Add(store, streamId);
        }

        if (!failures.IsEmpty && _onFailure == SecondaryFailure.Throw)
        {
            throw new CompositeStoreException(streamId, [.. Enumerable.Range(0, outcomes.Length + 1).Where(store => !failures.ContainsKey(store))], failures);
        }
    }

    private static async Task<Exception?> TryAsync(IEventStore store, Func<IEventStore, ValueTask<bool>> act)
    {
        try
        {
            _ = await act(store).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Whatever a secondary fails with, a cancellation included, is a failure of that secondary and reported as such.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private async ValueTask<SortedSet<string>> FindStreamsAsync(IEventStore secondary, IEnumerable<string> known, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(known, StringComparer.Ordinal);
        foreach (string prefix in (string[])["", SystemStreams.SnapshotsOf("")])
        {
            foreach (IEventStore store in (IEventStore[])[Inner, secondary])
            {
                await foreach (string streamId in StreamNames.OfAsync(store, prefix, cancellationToken).ConfigureAwait(false))
                {
                    _ = names.Add(streamId);
                }
            }
        }

        return names;
    }

    private async ValueTask<bool> RepairStreamAsync(StreamCopy copy, int store, string streamId, bool compareEvents, CancellationToken cancellationToken)
    {
        bool copied = await copy.CopyAsync(streamId, cancellationToken).ConfigureAwait(false);
        bool compares = compareEvents || _lag.Contains(store, streamId);
        if (compares && await copy.FindDifferenceAsync(streamId, cancellationToken).ConfigureAwait(false) >= 0)
        {
            _ = await _secondaries[store - 1].DeleteStreamAsync(streamId, ExpectedVersion.Any, cancellationToken).ConfigureAwait(false);
            copied = await copy.CopyAsync(streamId, cancellationToken).ConfigureAwait(false);
        }

        _lag.Remove(store, streamId);
        return copied;
    }

    private void ThrowIfReadOnly()
    {
        if (Capabilities.IsReadOnly)
        {
            throw new StoreReadOnlyException("One of these stores was opened for reading only; open all of them for writing to change anything.");
        }
    }

    private static void ThrowUnless(bool can, string what)
    {
        if (!can)
        {
            throw new NotSupportedException($"One of these stores cannot {what}.");
        }
    }
}
