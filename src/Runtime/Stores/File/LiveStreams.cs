namespace Daybook.Stores;

/// <summary>
/// The streams of the segment that is written to, by slot. Those that an index file knows are made when they are first
/// asked for: opening would else spend most of its time on streams that nobody touches.
/// </summary>
internal sealed class LiveStreams
{
    // A group has more bytes than this, so no segment has as many streams.
    private const int MostSlots = int.MaxValue / GroupFormat.FrameSize;

    private readonly List<LiveStream?> _streams = [];
    private SegmentIndex? _index;
    private int _fromIndex;

    internal int Count => _streams.Count;

    /// <summary>The stream of a slot, to be kept. Under the store's lock.</summary>
    internal LiveStream this[int slot] => _streams[slot] ??= Make(slot);

    /// <summary>The stream of a slot, to look at only; without the lock too, once nothing is appended any more.</summary>
    internal LiveStream Peek(int slot) => _streams[slot] ?? Make(slot);

    /// <summary>All slots that have a stream, ascending.</summary>
    internal int[] Slots() => [.. Enumerable.Range(0, Count).Where(Has)];

    internal string IdOf(int slot) => _streams[slot]?.Id ?? _index!.IdOf(slot);

    /// <summary>Whether there is a stream at a slot; in a rewritten segment there may be gaps.</summary>
    internal bool Has(int slot) => slot < _streams.Count && (_streams[slot] is not null || slot < _fromIndex);

    /// <summary>Puts a stream at the next slot.</summary>
    internal void Add(LiveStream stream) => _streams.Add(stream);

    /// <summary>Puts a stream at its slot, which none may have.</summary>
    internal void Define(LiveStream stream, bool mayLeaveGaps)
    {
        bool isFree = mayLeaveGaps ? !Has(stream.Slot) && stream.Slot < MostSlots : stream.Slot == _streams.Count;
        if (!isFree)
        {
            throw new InvalidDataException("A record defines a stream at a slot that is not free");
        }

        while (_streams.Count <= stream.Slot)
        {
            _streams.Add(null);
        }

        _streams[stream.Slot] = stream;
    }

    /// <summary>Takes the first streams from an index.</summary>
    internal void Take(SegmentIndex index)
    {
        _index = index;
        _fromIndex = index.Head.StreamCount;
        _streams.AddRange(new LiveStream?[_fromIndex]);
    }

    private LiveStream Make(int slot)
    {
        StreamHead head = _index!.HeadOf(slot);
        _index.Head.Directory(slot, out ulong hash, out _, out _, out _);
        var stream = new LiveStream
        {
            Id = head.Id,
            Hash = hash,
            Category = head.Category,
            Segment = head.Segment,
            Slot = slot,
            Version = head.Version,
            SegmentSequence = head.SegmentSequence,
            FirstSequence = head.FirstSequence,
            FirstTimestamp = head.FirstTimestamp,
            LastTimestamp = head.LastTimestamp,
            Incarnation = head.Incarnation,
            GreatestId = head.GreatestId,
            FirstOffset = head.FirstOffset,
            LeastHere = head.LeastHere,
            GreatestHere = head.GreatestHere,
            PreviousSegment = head.PreviousSegment,
            PreviousSlot = head.PreviousSlot,
            IsDeleted = head.IsDeleted,
            Chain = head.Chain,
            CommittedVersion = head.Version,
            CommittedFirstSequence = head.FirstSequence,
            CommittedChain = head.Chain,
            CommittedTimestamp = head.LastTimestamp,
            CommittedDeletion = head.IsDeleted,
        };
        _index.CopyGroups(slot, stream.Groups);
        return stream;
    }
}
