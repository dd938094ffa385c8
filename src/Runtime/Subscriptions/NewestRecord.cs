using Daybook.MessagePack;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// A stream of Daybook's own of which only the newest events matter: a checkpoint, or a view's state. Nobody overwrites what somebody else
/// has written without having seen it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="streamId">The stream.</param>
/// <param name="kept">How many events stay at least.</param>
/// <param name="options">How to meet a store that cannot be reached.</param>
internal sealed class NewestRecord<TRecord>(IEventStore store, string streamId, int kept, FeedOptions options)
    where TRecord : IEvent<TRecord>
{
    // How far the stream may grow beyond what stays.
    private const int Slack = 16;

    private readonly StoreRetry _retry = new(options);
    private long _version;
    private long _firstSequence;
    private EventId _incarnation;

    /// <summary>Finds the newest event that is wanted.</summary>
    /// <param name="wants">Whether an event is wanted.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The event, and whether there is one.</returns>
    internal async ValueTask<(bool IsFound, TRecord? Record)> FindAsync(Func<TRecord, bool> wants, CancellationToken cancellationToken)
    {
        using (EventPage head = await ReadAsync(long.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            See(head);
        }

        for (long sequence = _version - 1; sequence >= _firstSequence; sequence--)
        {
            using EventPage page = await ReadAsync(sequence, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0 || page.Incarnation != _incarnation)
            {
                // Deleted meanwhile.
                See(page);
                break;
            }

            TRecord record = Read(page);
            if (wants(record))
            {
                return (true, record);
            }
        }

        return (false, default);
    }

    /// <summary>Appends an event.</summary>
    /// <returns>False when somebody else has written since this stream was last looked at; find out what, then decide anew.</returns>
    internal async ValueTask<bool> TryAppendAsync(TRecord record, CancellationToken cancellationToken)
    {
        using var batch = new AppendBatch();
        batch.StartSystem(streamId);
        batch.ExpectedVersion = _version == 0 ? ExpectedVersion.NoStream : ExpectedVersion.At(_version);
        batch.ExpectedIncarnation = _incarnation;
        var writer = new MessagePackWriter(batch.Buffer);
        TRecord.Write(ref writer, in record);
        writer.Flush();
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        var id = new EventIdGenerator().Next(now);
        batch.Add(TRecord.Schema, id, now, metadata: null, payloadStart: 0);
        try
        {
            // Always the same id: an append whose answer was lost is not made twice.
            AppendResult result = await _retry.RunAsync(token => store.AppendAsync(batch, token), cancellationToken).ConfigureAwait(false);
            _incarnation = _version == 0 ? id : _incarnation;
            _version = result.Version;
        }
        catch (ConcurrencyException)
        {
            return false;
        }

        await TrimAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask TrimAsync(CancellationToken cancellationToken)
    {
        long first = _version - kept;
        if (store.Capabilities.CanTruncate && first - _firstSequence >= Slack)
        {
            try
            {
                _ = await _retry.RunAsync(token => store.TruncateStreamAsync(streamId, first, token), cancellationToken).ConfigureAwait(false);
            }
            catch (StreamNotFoundException)
            {
                // Deleted meanwhile; the next append will say so.
            }

            _firstSequence = first;
        }
    }

    private ValueTask<EventPage> ReadAsync(long sequence, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => store.ReadStreamAsync(streamId, sequence, 1, token), cancellationToken);

    private void See(EventPage page)
    {
        _version = page.StreamVersion;
        _firstSequence = page.FirstSequence;
        _incarnation = page.Incarnation;
    }

    private static TRecord Read(EventPage page)
    {
        ref readonly RecordedEvent recorded = ref page.Events[0];
        try
        {
            var reader = new MessagePackReader(page.PayloadOf(recorded));
            return TRecord.Read(ref reader);
        }
        catch (MessagePackFormatException exception)
        {
            throw new CorruptEventException(recorded.StreamId, recorded.Sequence, new(TRecord.Schema.Name, TRecord.Schema.Version), exception);
        }
    }
}
