using System.Diagnostics.CodeAnalysis;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>States that stand in their own streams for the events before them.</summary>
internal static class Baselines
{
    internal static bool IsBaseline(RecordSchema schema) => schema.Equals(BaselineRecord.Schema);

    /// <summary>Writes a baseline behind a stream's last event.</summary>
    /// <returns>Its sequence.</returns>
    /// <exception cref="ConcurrencyException">The stream is not at the state's version any more.</exception>
    internal static async ValueTask<long> AppendAsync<TState>(
        IEventStore store, string streamId, Versioned<TState> state, DateTimeOffset timestamp, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        using var body = new PooledBuffer();
        Snapshots.Write(body, state.State);
        using var batch = new AppendBatch();
        batch.Start(streamId);
        batch.ExpectedVersion = ExpectedVersion.At(state.Version);
        batch.ExpectedIncarnation = state.Incarnation;
        var record = new BaselineRecord { State = TState.Schema.Name, StateSchema = TState.Schema.Text, Body = body.WrittenMemory };
        var writer = new MessagePackWriter(batch.Buffer);
        BaselineRecord.Write(ref writer, in record);
        writer.Flush();
        batch.Add(BaselineRecord.Schema, new EventIdGenerator().Next(TimeProvider.System.GetUtcNow()), timestamp, metadata: null, payloadStart: 0);
        AppendResult result = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.FirstSequence;
    }

    /// <summary>Finds the state that a stream starts with: among the baselines that stand at its beginning, the state's own.</summary>
    /// <returns>The state before the stream's first event and that event's time stamp; null when there is no such baseline.</returns>
    internal static async ValueTask<(Versioned<TState> State, long TimestampTicks, int Bytes)?> FindFirstAsync<TState>(
        IEventStore store, string streamId, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        for (long sequence = 0; ; sequence++)
        {
            // One at a time: there is nearly always one, and it may be large.
            using EventPage page = await store.ReadStreamAsync(streamId, sequence, 1, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0 || !IsBaseline(page.Types[page.Events[0].TypeIndex]))
            {
                return null;
            }

            if (TryRead<TState>(page, page.Events[0], out TState? state))
            {
                return (new(state, page.FirstSequence, page.Incarnation), page.Events[0].TimestampTicks, page.Events[0].PayloadLength);
            }

            sequence = page.Events[0].Sequence;
        }
    }

    /// <summary>Looks among the baselines at a stream's end for one of a state.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="version">The stream's version.</param>
    /// <param name="state">The state's name.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The sequence of the state's baseline, or -1, and that of the first baseline of the row.</returns>
    internal static async ValueTask<(long Own, long First)> FindLastAsync(IEventStore store, string streamId, long version, string state, CancellationToken cancellationToken)
    {
        long own = -1;
        for (long sequence = version - 1; sequence >= 0; sequence--)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, sequence, 1, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0 || page.Events[0].Sequence != sequence || !IsBaseline(page.Types[page.Events[0].TypeIndex]))
            {
                return (own, sequence + 1);
            }

            if (string.Equals(Read(page, page.Events[0]).State, state, StringComparison.Ordinal))
            {
                own = Math.Max(own, sequence);
            }
        }

        return (own, 0);
    }

    /// <summary>Reads a baseline if it is of a state.</summary>
    /// <exception cref="BaselineMismatchException">It is, but its members are other ones.</exception>
    /// <exception cref="CorruptEventException">It cannot be read.</exception>
    internal static bool TryRead<TState>(EventPage page, in RecordedEvent recorded, [MaybeNullWhen(false)] out TState state)
        where TState : IState<TState>
    {
        BaselineRecord record = Read(page, recorded);
        state = default;
        if (!string.Equals(record.State, TState.Schema.Name, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            if (!string.Equals(record.StateSchema, TState.Schema.Text, StringComparison.Ordinal))
            {
                var written = new RecordSchema(record.StateSchema);
                if (!SchemaReading.CanRead(written, TState.Schema))
                {
                    throw new BaselineMismatchException(recorded.StreamId, recorded.Sequence, written, TState.Schema);
                }
            }

            var reader = new MessagePackReader(record.Body.Span);
            state = TState.Read(ref reader);
            return true;
        }
        catch (Exception exception) when (exception is MessagePackFormatException or SchemaFormatException)
        {
            throw Corrupt(recorded, exception);
        }
    }

    private static BaselineRecord Read(EventPage page, in RecordedEvent recorded)
    {
        try
        {
            var reader = new MessagePackReader(page.PayloadOf(recorded));
            return BaselineRecord.Read(ref reader);
        }
        catch (MessagePackFormatException exception)
        {
            throw Corrupt(recorded, exception);
        }
    }

    private static CorruptEventException Corrupt(in RecordedEvent recorded, Exception exception) =>
        new(recorded.StreamId, recorded.Sequence, new(BaselineRecord.Schema.Name, BaselineRecord.Schema.Version), exception);
}
