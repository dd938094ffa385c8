namespace Daybook.Stores;

/// <summary>The index of a segment in memory, kept while the segment is written to.</summary>
internal sealed class LiveSegment(SegmentHeader header)
{
    private const int OffsetMarkDistance = 32 * 1024;

    internal SegmentHeader Header { get; } = header;

    internal LiveStreams Streams { get; } = new();

    /// <summary>The event types that the segment defines, in that order.</summary>
    internal List<int> Types { get; } = [];

    internal List<OffsetMark> Offsets { get; } = [];

    /// <summary>Hashes of the ids that are no UUIDv7.</summary>
    internal List<ulong> OtherIds { get; } = [];

    /// <summary>What the segment's groups put in events' places.</summary>
    internal List<Replacement> Replacements { get; } = [];

    private HashSet<int> TypeSet { get; } = [];

    /// <summary>The position behind the last group.</summary>
    internal int End { get; set; } = SegmentHeader.Size;

    /// <summary>Up to where the index file goes; 0 without one.</summary>
    internal int Indexed { get; set; }

    internal long NextOffset { get; set; } = header.FirstOffset;

    internal bool Defines(int typeIndex) => TypeSet.Contains(typeIndex);

    internal void Define(int typeIndex)
    {
        if (TypeSet.Add(typeIndex))
        {
            Types.Add(typeIndex);
        }
    }

    /// <summary>Starts with what the index file of a clean close knows, but for the types.</summary>
    internal void Take(SegmentIndex index)
    {
        Streams.Take(index);
        index.CopyMarks(Offsets, OtherIds);
        index.Head.CopyReplacements(Replacements);
        End = Indexed = index.Head.Covered;
        NextOffset = index.Head.NextOffset;
    }

    /// <summary>Takes note of an appended group; its ids follow one by one.</summary>
    internal void AddGroup(LiveStream stream, int position, long firstOffset, int count, long firstTimestamp, long lastTimestamp)
    {
        if (Offsets.Count == 0 || position - Offsets[^1].Position >= OffsetMarkDistance)
        {
            Offsets.Add(new(firstOffset, position));
        }

        if (stream.Version == 0)
        {
            stream.FirstTimestamp = firstTimestamp;
            stream.FirstOffset = firstOffset;
        }

        stream.Groups.Add(new(position, (int)(stream.Version - stream.SegmentSequence)));
        stream.LastTimestamp = lastTimestamp;
        stream.Version += count;
        NextOffset = firstOffset + count;
    }

    internal void AddId(LiveStream stream, EventId id, long sequence)
    {
        if (sequence == 0)
        {
            stream.Incarnation = id;
        }

        if (stream.Ids is { } ids)
        {
            // An id that went with a truncated event may come again.
            ids[id] = sequence;
        }

        if (id.Version != 7)
        {
            OtherIds.Add(StreamHash.Of(id));
            return;
        }

        if (id > stream.GreatestId)
        {
            stream.GreatestId = id;
        }

        if (id > stream.GreatestHere)
        {
            stream.GreatestHere = id;
        }

        if (stream.LeastHere.IsEmpty || id < stream.LeastHere)
        {
            stream.LeastHere = id;
        }
    }

    /// <summary>Finds the groups that hold a stream's events from a sequence on, up to a version.</summary>
    internal static void CollectGroups(LiveStream stream, long from, long before, int maxCount, List<int> positions)
    {
        List<GroupMark> groups = stream.Groups;
        long relative = Math.Max(0, from - stream.SegmentSequence);
        int low = 0;
        int high = groups.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (groups[middle].Sequence <= relative)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        long end = Math.Min(relative + maxCount, before - stream.SegmentSequence);
        for (int i = low; i < groups.Count && groups[i].Sequence < end; i++)
        {
            positions.Add(groups[i].Position);
        }
    }

    /// <summary>Finds a group at or before the one that holds an offset.</summary>
    internal int PositionOf(long offset)
    {
        int position = SegmentHeader.Size;
        foreach (OffsetMark mark in Offsets)
        {
            if (mark.Offset > offset)
            {
                break;
            }

            position = mark.Position;
        }

        return position;
    }
}
