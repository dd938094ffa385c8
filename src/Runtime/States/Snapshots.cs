using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>Keeps snapshots as events in a stream of Daybook's own beside each user's stream.</summary>
internal static class Snapshots
{
    /// <summary>Finds the newest usable snapshot.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The user's stream.</param>
    /// <param name="end">The greatest stream version that the snapshot may be of.</param>
    /// <param name="incarnation">The incarnation that the snapshot must be of; empty for any.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The snapshot, or null. Whether its stream still exists is for the caller to check.</returns>
    internal static async ValueTask<Versioned<TState>?> FindAsync<TState>(IEventStore store, string streamId, long end, EventId incarnation, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        string snapshots = SystemStreams.SnapshotsOf(streamId);
        long sequence;
        using (EventPage head = await store.ReadStreamAsync(snapshots, long.MaxValue, 1, cancellationToken).ConfigureAwait(false))
        {
            sequence = head.StreamVersion - 1;
        }

        // One at a time: a snapshot may be large, and the newest one is nearly always the right one.
        for (; sequence >= 0; sequence--)
        {
            using EventPage page = await store.ReadStreamAsync(snapshots, sequence, 1, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0 || page.Events[0].Sequence != sequence)
            {
                break;
            }

            if (TryRead<TState>(page, end, incarnation) is { } snapshot)
            {
                return snapshot;
            }
        }

        return null;
    }

    /// <summary>Saves a snapshot behind the others.</summary>
    internal static async ValueTask SaveAsync<TState>(IEventStore store, string streamId, Versioned<TState> state, DateTimeOffset now, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        using var body = new PooledBuffer();
        Write(body, state.State);
        using var batch = new AppendBatch();
        batch.StartSystem(SystemStreams.SnapshotsOf(streamId));
        var record = new SnapshotRecord
        {
            State = TState.Schema.Name,
            StateVersion = TState.Schema.Version,
            Identity = StateIdentity.Of<TState>(),
            StreamVersion = state.Version,
            Incarnation = state.Incarnation,
            Body = body.WrittenMemory,
        };
        var writer = new MessagePackWriter(batch.Buffer);
        SnapshotRecord.Write(ref writer, in record);
        writer.Flush();
        batch.Add(SnapshotRecord.Schema, new EventIdGenerator().Next(now), now, metadata: null, payloadStart: 0);
        _ = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    internal static void Write<TState>(PooledBuffer buffer, TState state)
        where TState : IState<TState>
    {
        var writer = new MessagePackWriter(buffer);
        TState.Write(ref writer, in state);
        writer.Flush();
    }

    private static Versioned<TState>? TryRead<TState>(EventPage page, long end, EventId incarnation)
        where TState : IState<TState>
    {
        ref readonly RecordedEvent recorded = ref page.Events[0];
        RecordSchema schema = page.Types[recorded.TypeIndex];
        if (!schema.Equals(SnapshotRecord.Schema))
        {
            return null;
        }

        try
        {
            var reader = new MessagePackReader(page.PayloadOf(recorded));
            var record = SnapshotRecord.Read(ref reader);
            bool isOther = record.Identity != StateIdentity.Of<TState>() || record.StreamVersion > end
                || (!incarnation.IsEmpty && incarnation != record.Incarnation);
            if (isOther)
            {
                return null;
            }

            var body = new MessagePackReader(record.Body.Span);
            return new(TState.Read(ref body), record.StreamVersion, record.Incarnation);
        }
        catch (MessagePackFormatException exception)
        {
            throw new CorruptEventException(recorded.StreamId, recorded.Sequence, new(schema.Name, schema.Version), exception);
        }
    }
}
