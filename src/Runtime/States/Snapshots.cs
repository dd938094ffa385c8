using System.Collections.Immutable;
using Daybook.MessagePack;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Keeps snapshots as events in a stream of Daybook's own beside each user's stream. The newest eight of each state stay; what is older goes
/// where the store can truncate.
/// </summary>
internal static class Snapshots
{
    private const int Kept = 8;
    private const int MaxConflicts = 10;

    /// <summary>Finds the newest usable snapshot.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The user's stream.</param>
    /// <param name="end">The greatest stream version that the snapshot may be of.</param>
    /// <param name="incarnation">The incarnation that the snapshot must be of; empty for any.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The snapshot and its length, or null. Whether its stream still exists is for the caller to check.</returns>
    internal static async ValueTask<(Versioned<TState> State, int Bytes)?> FindAsync<TState>(
        IEventStore store, string streamId, long end, EventId incarnation, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        string snapshots = SystemStreams.SnapshotsOf(streamId);
        SnapshotDirectory directory = await SnapshotDirectory.ReadAsync(store, snapshots, cancellationToken).ConfigureAwait(false);
        if (directory.Find(StateIdentity.Of<TState>(), end, incarnation) is not { } entry)
        {
            return null;
        }

        if (entry.Sequence == directory.Entries[^1].Sequence)
        {
            return (ToState<TState>(directory.Newest, snapshots, entry.Sequence), entry.Bytes);
        }

        using EventPage page = await store.ReadStreamAsync(snapshots, entry.Sequence, 1, cancellationToken).ConfigureAwait(false);
        return page.Count > 0 && page.Events[0].Sequence == entry.Sequence && SnapshotDirectory.TryRead(page, out SnapshotRecord record)
            ? (ToState<TState>(record, snapshots, entry.Sequence), entry.Bytes)
            : null;
    }

    /// <summary>Saves a snapshot, unless one of the same or a later version stands.</summary>
    /// <returns>The length of the state's own bytes.</returns>
    internal static async ValueTask<int> SaveAsync<TState>(IEventStore store, string streamId, Versioned<TState> state, DateTimeOffset now, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        for (int attempt = 0; ; attempt++)
        {
            SnapshotDirectory directory = await SnapshotDirectory.ReadAsync(store, SystemStreams.SnapshotsOf(streamId), cancellationToken).ConfigureAwait(false);
            if (directory.Find(StateIdentity.Of<TState>(), long.MaxValue, state.Incarnation) is { } newest && newest.StreamVersion >= state.Version)
            {
                return newest.Bytes;
            }

            if (await TryAddAsync(store, streamId, directory, state, now, attempt, cancellationToken).ConfigureAwait(false) is { } length)
            {
                return length;
            }
        }
    }

    /// <summary>Saves a snapshot behind all others, so that it is found before one of the same version.</summary>
    internal static async ValueTask ReplaceAsync<TState>(IEventStore store, string streamId, Versioned<TState> state, DateTimeOffset now, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        int? length = null;
        for (int attempt = 0; length is null; attempt++)
        {
            SnapshotDirectory directory = await SnapshotDirectory.ReadAsync(store, SystemStreams.SnapshotsOf(streamId), cancellationToken).ConfigureAwait(false);
            length = await TryAddAsync(store, streamId, directory, state, now, attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Compares the snapshots of a state with what a fold of the events gives.</summary>
    internal static async ValueTask<SnapshotVerification> VerifyAsync<TState>(IEventStore store, string streamId, EventId incarnation, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        SnapshotDirectory directory = await SnapshotDirectory.ReadAsync(store, SystemStreams.SnapshotsOf(streamId), cancellationToken).ConfigureAwait(false);
        Versioned<TState>? folded = null;
        int count = 0;
        foreach (SnapshotEntry entry in directory.Entries.Where(entry => entry.Identity == StateIdentity.Of<TState>() && entry.Incarnation == incarnation).OrderBy(entry => entry.StreamVersion))
        {
            if (await FindAsync<TState>(store, streamId, entry.StreamVersion, incarnation, cancellationToken).ConfigureAwait(false) is not var (saved, _))
            {
                continue;
            }

            (folded, _) = await StateLoader.MeasureAsync(store, streamId, folded, AsOf.Sequence(saved.Version - 1), new() { IgnoreSnapshots = true }, cancellationToken).ConfigureAwait(false);
            count++;
            StateComparison comparison = StateComparer.Compare(saved.State, folded.Value.State);
            if (!comparison.Identical)
            {
                return new(count, saved.Version, comparison);
            }
        }

        return new(count, null, StateComparison.Same);
    }

    /// <summary>Drops the snapshots that a truncation has made useless.</summary>
    internal static async ValueTask DropAsync(IEventStore store, string streamId, long firstSequence, CancellationToken cancellationToken)
    {
        string snapshots = SystemStreams.SnapshotsOf(streamId);
        SnapshotDirectory directory = await SnapshotDirectory.ReadAsync(store, snapshots, cancellationToken).ConfigureAwait(false);
        if (directory.Version == 0)
        {
            return;
        }

        long first = directory.Entries.Where(entry => entry.StreamVersion >= firstSequence).Select(entry => entry.Sequence).DefaultIfEmpty(directory.Version).Min();
        await TruncateAsync(store, snapshots, directory.FirstSequence, first, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops all snapshots when the stream was deleted meanwhile: what it held must not live on in one.</summary>
    internal static async ValueTask ForgetIfGoneAsync(IEventStore store, string streamId, EventId incarnation)
    {
        StreamInfo? info = await store.GetStreamInfoAsync(streamId, CancellationToken.None).ConfigureAwait(false);
        if (info?.Incarnation != incarnation)
        {
            _ = await store.DeleteStreamAsync(SystemStreams.SnapshotsOf(streamId), ExpectedVersion.Any, CancellationToken.None).ConfigureAwait(false);
        }
    }

    internal static void Write<TState>(PooledBuffer buffer, TState state)
        where TState : IState<TState>
    {
        var writer = new MessagePackWriter(buffer);
        TState.Write(ref writer, in state);
        writer.Flush();
    }

    internal static byte[] ToBytes<TState>(TState state)
        where TState : IState<TState>
    {
        using var buffer = new PooledBuffer();
        Write(buffer, state);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Appends a snapshot to those that a directory knows.</summary>
    /// <returns>The length of the state's own bytes; null when somebody else was quicker.</returns>
    private static async ValueTask<int?> TryAddAsync<TState>(
        IEventStore store, string streamId, SnapshotDirectory directory, Versioned<TState> state, DateTimeOffset now, int attempt, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        string snapshots = SystemStreams.SnapshotsOf(streamId);
        using var body = new PooledBuffer();
        Write(body, state.State);
        using var batch = new AppendBatch();
        batch.StartSystem(snapshots);
        batch.ExpectedVersion = ExpectedVersion.At(directory.Version);
        List<SnapshotEntry> others = directory.Beside(TState.Schema.Name, state.Incarnation, Kept);
        await MoveUpAsync(store, batch, directory, others, now, cancellationToken).ConfigureAwait(false);
        Add(batch, state, body.WrittenMemory, [.. others], now);
        try
        {
            _ = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (ConcurrencyException) when (attempt < MaxConflicts)
        {
            return null;
        }

        await TruncateAsync(store, snapshots, directory.FirstSequence, FirstOf(others, directory), cancellationToken).ConfigureAwait(false);
        return body.Length;
    }

    /// <summary>
    /// Appends the first snapshot once more when most of what stands behind it is dead, since only a stream's first events can go. One at a time: so a state
    /// that is saved often costs two snapshots at most, whatever stands beside it.
    /// </summary>
    private static async ValueTask MoveUpAsync(
        IEventStore store, AppendBatch batch, SnapshotDirectory directory, List<SnapshotEntry> others, DateTimeOffset now, CancellationToken cancellationToken)
    {
        long first = FirstOf(others, directory);
        if (directory.Version - first <= 2 * others.Count || !store.Capabilities.CanTruncate)
        {
            return;
        }

        int index = others.FindIndex(entry => entry.Sequence == first);
        using EventPage page = await store.ReadStreamAsync(batch.StreamId, first, 1, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0 || page.Events[0].Sequence != first)
        {
            others.RemoveAt(index);
            return;
        }

        ReadOnlySpan<byte> payload = page.PayloadOf(page.Events[0]);
        int start = batch.Buffer.Length;
        payload.CopyTo(batch.Buffer.GetSpan(payload.Length));
        batch.Buffer.Advance(payload.Length);
        others[index] = others[index] with { Sequence = directory.Version };
        batch.Add(SnapshotRecord.Schema, NewId(now), now, metadata: null, start);
    }

    private static long FirstOf(List<SnapshotEntry> entries, SnapshotDirectory directory) => entries.Select(static entry => entry.Sequence).DefaultIfEmpty(directory.Version).Min();

    private static void Add<TState>(AppendBatch batch, Versioned<TState> state, ReadOnlyMemory<byte> body, ImmutableArray<SnapshotEntry> others, DateTimeOffset now)
        where TState : IState<TState>
    {
        var record = new SnapshotRecord
        {
            State = TState.Schema.Name,
            StateVersion = TState.Schema.Version,
            Identity = StateIdentity.Of<TState>(),
            StreamVersion = state.Version,
            Incarnation = state.Incarnation,
            Body = body,
            Others = others,
        };
        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        SnapshotRecord.Write(ref writer, in record);
        writer.Flush();
        batch.Add(SnapshotRecord.Schema, NewId(now), now, metadata: null, start);
    }

    private static async ValueTask TruncateAsync(IEventStore store, string snapshots, long from, long first, CancellationToken cancellationToken)
    {
        if (first > from && store.Capabilities.CanTruncate)
        {
            try
            {
                _ = await store.TruncateStreamAsync(snapshots, first, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is StreamNotFoundException or ArgumentOutOfRangeException)
            {
                // Deleted in between, with the stream or on its own.
            }
        }
    }

    private static EventId NewId(DateTimeOffset now) => new EventIdGenerator().Next(now);

    private static Versioned<TState> ToState<TState>(in SnapshotRecord record, string snapshots, long sequence)
        where TState : IState<TState>
    {
        try
        {
            var reader = new MessagePackReader(record.Body.Span);
            return new(TState.Read(ref reader), record.StreamVersion, record.Incarnation);
        }
        catch (MessagePackFormatException exception)
        {
            throw new CorruptEventException(snapshots, sequence, new(SnapshotRecord.Schema.Name, SnapshotRecord.Schema.Version), exception);
        }
    }
}
