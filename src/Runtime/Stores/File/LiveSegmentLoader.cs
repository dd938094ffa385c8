namespace Daybook.Stores;

/// <summary>Fills the index of the segment that is written to from the index file of a clean close.</summary>
internal static class LiveSegmentLoader
{
    internal static LiveSegment Load(SegmentLog log, Segment segment, int sure)
    {
        var live = new LiveSegment(segment.Header);
        SegmentIndex? index = SegmentIndex.TryLoad(log.Files, segment.IndexPath, segment.Header);
        if (index is null || index.Covered > sure)
        {
            return live;
        }

        ByteReader types = index.Types();
        int count = types.Count();
        for (int i = 0; i < count; i++)
        {
            GroupScanner.AddType(log.Types, GroupScanner.ReadType(ref types, out int typeIndex), typeIndex);
            live.Define(typeIndex);
        }

        for (int slot = 0; slot < index.StreamCount; slot++)
        {
            LiveStream stream = Stream(index, slot);
            index.CopyGroups(slot, stream.Groups);
            live.Streams.Add(stream);
            log.Register(stream.Hash, segment.Number, slot, stream.PreviousSegment, stream.PreviousSlot, stream.IsDeleted);
        }

        index.CopyMarks(live.Offsets, live.OtherIds);
        live.End = index.Covered;
        live.NextOffset = index.NextOffset;
        return live;
    }

    private static LiveStream Stream(SegmentIndex index, int slot)
    {
        StreamHead head = index.Head(slot);
        index.Directory(slot, out ulong hash, out _, out _, out _);
        return new()
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
    }
}
