using System.Buffers;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Takes appends and other changes in, under the lock: checks, ids, encoding, and the choice of the segment.</summary>
internal sealed class LogWriter : IDisposable
{
    private readonly SegmentLog _log;
    private readonly GroupEncoder _encoder;
    private readonly GroupCommit _commit;

    internal LogWriter(SegmentLog log, GroupCommit commit)
    {
        _log = log;
        _commit = commit;
        _encoder = new(log.Types);
    }

    internal AppendTicket Append(AppendBatch batch)
    {
        AppendTicket ticket = default;
        _commit.ThrowIfFaulted();
        StreamHead? head = _log.Find(batch.StreamId, committed: false);
        if (head is not null && MayBeKnown(batch, head) && RepeatedAppend.IsRepeated(batch, new RecordedContent(_log, _commit, head), out AppendResult repeated))
        {
            ticket.Result = repeated;
            if (NeedsFlush(batch))
            {
                // It may stand there by an append that asked for less.
                _commit.JoinFlush(ref ticket);
            }
            else
            {
                ticket.Wait = _commit.WaitForAll();
            }

            return ticket;
        }

        long actual = head?.Version ?? 0;
        bool isOtherIncarnation = head is not null && !batch.ExpectedIncarnation.IsEmpty && head.Incarnation != batch.ExpectedIncarnation;
        if (isOtherIncarnation || !batch.ExpectedVersion.Matches(actual))
        {
            throw new ConcurrencyException(batch.StreamId, batch.ExpectedVersion, actual);
        }

        if (!TryPlace(batch, edit: null, head, ref ticket, out LiveSegment segment, out LiveStream stream, out int position))
        {
            return ticket;
        }

        ReadOnlySpan<PendingEvent> events = batch.Events;
        long offset = segment.NextOffset;
        long version = stream.Version;
        for (int i = 0; i < events.Length; i++)
        {
            segment.AddId(stream, events[i].Id, version + i);
        }

        segment.AddGroup(stream, position, offset, events.Length, events[0].TimestampTicks, events[^1].TimestampTicks);
        stream.Chain = _encoder.Chain;
        ticket.Result = new(version, events.Length, offset);
        Enqueue(segment, stream, change: null, NeedsFlush(batch), ref ticket);
        return ticket;
    }

    internal AppendTicket Delete(string streamId, ExpectedVersion expected)
    {
        AppendTicket ticket = default;
        _commit.ThrowIfFaulted();
        StreamHead? head = _log.Find(streamId, committed: false);
        if (!expected.Matches(head?.Version ?? 0))
        {
            throw new ConcurrencyException(streamId, expected, head?.Version ?? 0);
        }

        if (head is null)
        {
            // It may be gone since a moment ago.
            ticket.Wait = _commit.WaitForAll();
        }
        else if (TryPlace(batch: null, _encoder.EncodeDelete, head, ref ticket, out LiveSegment segment, out LiveStream stream, out _))
        {
            stream.IsDeleted = true;
            Enqueue(segment, stream, new() { IsDeletion = true }, needsFlush: true, ref ticket);
        }

        return ticket;
    }

    internal AppendTicket Truncate(string streamId, long firstSequence)
    {
        AppendTicket ticket = default;
        _commit.ThrowIfFaulted();
        StreamHead head = _log.Find(streamId, committed: false) ?? throw new StreamNotFoundException(streamId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSequence, head.Version);
        if (firstSequence <= head.FirstSequence)
        {
            ticket.Wait = _commit.WaitForAll();
            return ticket;
        }

        ChainHash? hashBefore = null;
        if (head.Chain is not null)
        {
            using PageBuilder page = new RecordedContent(_log, _commit, head).EventAt(firstSequence - 1);
            hashBefore = page.HashOf(page.Events[0]);
        }

        bool isPlaced = TryPlace(
            batch: null,
            (segment, stream, defines) => _encoder.EncodeTruncate(firstSequence, hashBefore, segment, stream, defines),
            head,
            ref ticket,
            out LiveSegment segment,
            out LiveStream stream,
            out _);
        if (isPlaced)
        {
            stream.Truncate(firstSequence, hashBefore);
            Enqueue(segment, stream, new() { FirstSequence = firstSequence }, needsFlush: true, ref ticket);
        }

        return ticket;
    }

    internal AppendTicket Replace(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload)
    {
        AppendTicket ticket = default;
        _commit.ThrowIfFaulted();
        if (_log.Find(streamId, committed: false) is not { } head || sequence < head.FirstSequence || sequence >= head.Version)
        {
            ticket.Wait = _commit.WaitForAll();
            return ticket;
        }

        RecordedEvent replaced;
        using (PageBuilder page = new RecordedContent(_log, _commit, head).EventAt(sequence))
        {
            replaced = page.Events[0];
        }

        bool isPlaced = TryPlace(
            batch: null,
            (segment, stream, defines) => _encoder.EncodeReplace(replaced, schema, payload.Span, segment, stream, defines),
            head,
            ref ticket,
            out LiveSegment segment,
            out LiveStream stream,
            out _);
        if (isPlaced)
        {
            var replacement = new Replacement(replaced.Offset, _log.Types.IndexOf(schema), payload.ToArray());
            segment.Replacements.Add(replacement);
            Enqueue(segment, stream, new() { Replacement = replacement }, needsFlush: true, ref ticket);
        }

        return ticket;
    }

    /// <summary>Goes on in a new segment, so that the last one can be rewritten.</summary>
    internal AppendTicket EndSegment()
    {
        AppendTicket ticket = default;
        _commit.ThrowIfFaulted();
        if (_log.Last.Live!.End > SegmentHeader.Size)
        {
            LiveSegment segment = _log.Last.Successor(_log.Options.TimeProvider.GetUtcNow().UtcTicks);
            if (!_commit.TryRoll(segment, _log.Options.SegmentSize))
            {
                ticket.NeedsSegment = _log.Options.SegmentSize;
                return ticket;
            }

            _commit.Current.NeedsFlush = true;
            _commit.Join(ref ticket);
        }

        return ticket;
    }

    public void Dispose() => _encoder.Dispose();

    // A version 7 id above all that the stream has is new without a look.
    private static bool MayBeKnown(AppendBatch batch, StreamHead head)
    {
        foreach (ref readonly PendingEvent pending in batch.Events)
        {
            if (pending.Id.Version != 7 || pending.Id <= head.GreatestId)
            {
                return true;
            }
        }

        return false;
    }

    private bool NeedsFlush(AppendBatch batch) =>
        (batch.Durability == Durability.StoreDefault ? _log.Options.Durability : batch.Durability) != Durability.Written;

    private bool TryPlace(AppendBatch? batch, StreamEdit? edit, StreamHead? head, ref AppendTicket ticket, out LiveSegment segment, out LiveStream stream, out int position)
    {
        segment = _log.Last.Live!;
        bool isNew = head is null || head.Segment != segment.Header.Number;
        stream = isNew ? StreamStart.In(segment, batch, head, _log.Options.Chained) : (LiveStream)head!;
        position = 0;
        int length = Encode(batch, edit, segment, stream, isNew);
        if (length > _commit.Capacity - segment.End)
        {
            segment = _log.Last.Successor(batch is null ? head!.LastTimestamp : batch.Events[0].TimestampTicks);
            isNew = true;
            stream = StreamStart.In(segment, batch, head, _log.Options.Chained);
            length = Encode(batch, edit, segment, stream, definesStream: true);
            long needed = Math.Max(_log.Options.SegmentSize, SegmentHeader.Size + (long)length);
            if (!_commit.TryRoll(segment, needed))
            {
                ticket.NeedsSegment = needed;
                return false;
            }
        }

        foreach (RecordSchema schema in _encoder.Definitions)
        {
            int index = _log.Types.IndexOf(schema);
            segment.Define(index < 0 ? _log.Types.Add(schema) : index);
        }

        if (isNew)
        {
            segment.Streams.Add(stream);
            if (head is LiveStream before)
            {
                // What is on its way there is still to be committed.
                before.Successor = stream;
            }

            _log.Register(stream.Hash, stream.Segment, stream.Slot, stream.PreviousSegment, stream.PreviousSlot, isDeleted: false);
        }

        position = segment.End;
        segment.End += length;
        return true;
    }

    private int Encode(AppendBatch? batch, StreamEdit? edit, LiveSegment segment, LiveStream stream, bool definesStream) =>
        batch is null ? edit!(segment, stream, definesStream) : _encoder.EncodeAppend(batch, segment, stream, definesStream);

    private void Enqueue(LiveSegment segment, LiveStream stream, StreamChange? change, bool needsFlush, ref AppendTicket ticket)
    {
        ticket.IsPlaced = true;
        FlushBatch current = _commit.Current;
        current.Buffer.Write(_encoder.Output.WrittenSpan);
        current.Commits.Add(new(stream, stream.Version, stream.LastTimestamp, stream.Chain, change));
        current.NextOffset = segment.NextOffset;
        current.NeedsFlush |= needsFlush;
        _commit.Join(ref ticket);
    }
}
