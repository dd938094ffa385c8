namespace Daybook.Stores;

/// <summary>
/// The streams of the segment that is written to, by slot. Those that an index file knows are made when they are first
/// asked for: opening would else spend most of its time on streams that nobody touches.
/// </summary>
internal sealed class LiveStreams
{
    private readonly List<LiveStream?> _streams = [];
    private SegmentIndex? _index;

    internal int Count => _streams.Count;

    /// <summary>The stream of a slot, to be kept. Under the store's lock.</summary>
    internal LiveStream this[int slot] => _streams[slot] ??= Make(slot);

    /// <summary>The stream of a slot, to look at only; without the lock too, once nothing is appended any more.</summary>
    internal LiveStream Peek(int slot) => _streams[slot] ?? Make(slot);

    internal string IdOf(int slot) => _streams[slot]?.Id ?? _index!.IdOf(slot);

    internal void Add(LiveStream stream) => _streams.Add(stream);

    /// <summary>Takes the first streams from an index.</summary>
    internal void Take(SegmentIndex index)
    {
        _index = index;
        _streams.AddRange(new LiveStream?[index.Head.StreamCount]);
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
            CommittedVersion = head.Version,
            CommittedTimestamp = head.LastTimestamp,
            CommittedDeletion = head.IsDeleted,
        };
        _index.CopyGroups(slot, stream.Groups);
        return stream;
    }
}
