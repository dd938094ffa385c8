using System.Buffers;

namespace Daybook.Stores;

/// <summary>Takes appends in, under the lock: checks, ids, encoding, and the choice of the segment.</summary>
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

        long version = head?.Version ?? 0;
        bool isOtherIncarnation = head is not null && !batch.ExpectedIncarnation.IsEmpty && head.Incarnation != batch.ExpectedIncarnation;
        if (isOtherIncarnation || !batch.ExpectedVersion.Matches(version))
        {
            throw new ConcurrencyException(batch.StreamId, batch.ExpectedVersion, version);
        }

        if (!TryPlace(batch, head, ref ticket, out LiveSegment segment, out LiveStream stream, out int position))
        {
            return ticket;
        }

        ReadOnlySpan<PendingEvent> events = batch.Events;
        long offset = segment.NextOffset;
        for (int i = 0; i < events.Length; i++)
        {
            segment.AddId(stream, events[i].Id, version + i);
        }

        segment.AddGroup(stream, position, offset, events.Length, events[0].TimestampTicks, events[^1].TimestampTicks);
        ticket.Result = new(version, events.Length, offset);
        Enqueue(segment, stream, isDeletion: false, NeedsFlush(batch), ref ticket);
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
        else if (TryPlace(batch: null, head, ref ticket, out LiveSegment segment, out LiveStream stream, out _))
        {
            stream.IsDeleted = true;
            Enqueue(segment, stream, isDeletion: true, needsFlush: true, ref ticket);
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

    private bool TryPlace(AppendBatch? batch, StreamHead? head, ref AppendTicket ticket, out LiveSegment segment, out LiveStream stream, out int position)
    {
        segment = _log.Last.Live!;
        bool isNew = head is null || head.Segment != segment.Header.Number;
        int slot = isNew ? segment.Streams.Count : head!.Slot;
        int length = Encode(batch, head, segment, slot, isNew);
        if (length > _commit.Capacity - segment.End)
        {
            long baseTimestamp = batch is null ? head!.LastTimestamp : batch.Events[0].TimestampTicks;
            segment = new(new()
            {
                Number = _log.Last.Number + 1,
                Identity = LogOpener.NewIdentity(),
                BasePosition = _log.Last.Header.BasePosition + segment.End,
                FirstOffset = segment.NextOffset,
                BaseTimestamp = baseTimestamp,
            });
            isNew = true;
            slot = 0;
            length = Encode(batch, head, segment, slot, definesStream: true);
            long needed = Math.Max(_log.Options.SegmentSize, SegmentHeader.Size + (long)length);
            if (!_commit.TryRoll(segment, needed))
            {
                ticket.NeedsSegment = needed;
                stream = null!;
                position = 0;
                return false;
            }
        }

        foreach (Schema.RecordSchema schema in _encoder.Definitions)
        {
            int index = _log.Types.IndexOf(schema);
            segment.Define(index < 0 ? _log.Types.Add(schema) : index);
        }

        stream = isNew ? Define(batch, head, segment, slot) : (LiveStream)head!;
        position = segment.End;
        segment.End += length;
        return true;
    }

    private int Encode(AppendBatch? batch, StreamHead? head, LiveSegment segment, int slot, bool definesStream) =>
        batch is null
            ? _encoder.EncodeDelete(head!, segment, slot, definesStream)
            : _encoder.EncodeAppend(batch, segment, head, slot, definesStream);

    private LiveStream Define(AppendBatch? batch, StreamHead? head, LiveSegment segment, int slot)
    {
        string id = head?.Id ?? batch!.StreamId;
        var before = head as LiveStream;
        var stream = new LiveStream
        {
            Id = id,
            Hash = StreamHash.Of(id),
            Category = head is null ? batch!.Category : head.Category,
            Segment = segment.Header.Number,
            Slot = slot,
            PreviousSegment = head?.Segment ?? 0,
            PreviousSlot = head?.Slot ?? 0,
            SegmentSequence = head?.Version ?? 0,
            Version = head?.Version ?? 0,
            FirstSequence = head?.FirstSequence ?? 0,
            FirstTimestamp = head?.FirstTimestamp ?? 0,
            LastTimestamp = head?.LastTimestamp ?? 0,
            FirstOffset = head?.FirstOffset ?? 0,
            Incarnation = head?.Incarnation ?? default,
            GreatestId = head?.GreatestId ?? default,
            CommittedVersion = before?.CommittedVersion ?? head?.Version ?? 0,
            CommittedTimestamp = before?.CommittedTimestamp ?? head?.LastTimestamp ?? 0,
        };
        segment.Streams.Add(stream);
        _log.Register(stream.Hash, stream.Segment, slot, stream.PreviousSegment, stream.PreviousSlot, isDeleted: false);
        return stream;
    }

    private void Enqueue(LiveSegment segment, LiveStream stream, bool isDeletion, bool needsFlush, ref AppendTicket ticket)
    {
        ticket.IsPlaced = true;
        FlushBatch current = _commit.Current;
        current.Buffer.Write(_encoder.Output.WrittenSpan);
        current.Commits.Add(new(stream, stream.Version, stream.LastTimestamp, isDeletion));
        current.NextOffset = segment.NextOffset;
        current.NeedsFlush |= needsFlush;
        _commit.Join(ref ticket);
    }
}
