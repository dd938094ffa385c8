using Daybook.Schema;

namespace Daybook.Stores.Copying;

/// <summary>Events of one stream on their way into a store that is to keep them as they were.</summary>
internal sealed class CopyBatch(IEventStore target) : IDisposable
{
    private const int MaxEvents = 1000;

    private readonly AppendBatch _batch = new();
    private readonly int _maxEvents = Math.Min(MaxEvents, target.Limits.MaxAppendEvents);
    private StreamInfo? _stream;
    private long _next;

    /// <summary>How many events were written.</summary>
    internal long Written { get; private set; }

    public void Dispose() => _batch.Dispose();

    /// <summary>Starts anew for a stream.</summary>
    /// <param name="stream">The stream as it was.</param>
    /// <param name="next">The sequence of the next event.</param>
    /// <param name="exists">Whether the target has the stream, with all events before that one.</param>
    internal void Start(StreamInfo stream, long next, bool exists)
    {
        _stream = stream;
        _next = next;
        if (StreamId.IsSystem(stream.StreamId))
        {
            _batch.StartSystem(stream.StreamId);
        }
        else
        {
            _batch.Start(stream.StreamId, stream.Category);
        }

        if (exists)
        {
            _batch.ExpectedVersion = ExpectedVersion.At(next);
            _batch.ExpectedIncarnation = stream.Incarnation;
            return;
        }

        // A store that knows no origins refuses one, and can do without where the stream is whole.
        _batch.ExpectedVersion = ExpectedVersion.NoStream;
        _batch.Origin = target.Capabilities.CanTruncate || next > 0
            ? new(next, stream.Incarnation, stream.FirstTimestamp.UtcTicks, stream.HashBefore)
            : null;
    }

    /// <summary>Whether an event with so many bytes goes along; otherwise <see cref="FlushAsync"/> comes first.</summary>
    internal bool HasRoomFor(int bytes) =>
        _batch.Count == 0 || (_batch.Count < _maxEvents && (long)_batch.Buffer.Length + bytes <= target.Limits.MaxAppendBytes);

    internal void Add(RecordSchema schema, EventId id, long timestampTicks, EventMetadata? metadata, ReadOnlySpan<byte> payload)
    {
        int start = _batch.Buffer.Length;
        payload.CopyTo(_batch.Buffer.GetSpan(payload.Length));
        _batch.Buffer.Advance(payload.Length);
        _batch.Add(schema, id, new(timestampTicks, TimeSpan.Zero), metadata, start);
        _next++;
    }

    /// <summary>Adds some events of a page, and writes what does not fit.</summary>
    internal async ValueTask AddAsync(EventPage page, int start, int end, CancellationToken cancellationToken)
    {
        for (int i = start; i < end; i++)
        {
            if (!HasRoomFor(page.Events[i].PayloadLength))
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            RecordedEvent recorded = page.Events[i];
            Add(page.Types[recorded.TypeIndex], recorded.Id, recorded.TimestampTicks, recorded.Metadata, page.PayloadOf(recorded));
        }
    }

    /// <summary>Writes what was added.</summary>
    internal async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count > 0)
        {
            _ = await target.AppendAsync(_batch, cancellationToken).ConfigureAwait(false);
            Written += _batch.Count;
            Start(_stream!, _next, exists: true);
        }
    }

    /// <summary>
    /// Makes a stream that has had events and has none any more: an event in the last one's place, cut off right away. Not for streams
    /// with a hash chain, which that event would change.
    /// </summary>
    internal async ValueTask WriteEmptyAsync(StreamInfo stream, CancellationToken cancellationToken)
    {
        Start(stream, stream.Version - 1, exists: false);
        Add(Placeholder.Schema, Placeholder.Id, stream.LastTimestamp.UtcTicks, metadata: null, Placeholder.Payload);
        _ = await target.AppendAsync(_batch, cancellationToken).ConfigureAwait(false);
        _ = await target.TruncateStreamAsync(stream.StreamId, stream.Version, CancellationToken.None).ConfigureAwait(false);
    }

    private static class Placeholder
    {
        internal static readonly RecordSchema Schema = new("event $placeholder@1 ()");
        internal static readonly EventId Id = EventId.From("$", "placeholder");

        // An array without members.
        internal static ReadOnlySpan<byte> Payload => [0x90];
    }
}
