using System.Collections.Immutable;

namespace Daybook.Stores;

/// <summary>
/// What of a full segment is still needed. What is dead stays dead, so a plan may grow old: it then keeps more than it must.
/// </summary>
internal sealed class SegmentPlan
{
    private readonly Dictionary<int, PartFate> _fates = [];

    private SegmentPlan(Segment segment, SegmentIndex index)
    {
        Segment = segment;
        Index = index;
    }

    internal Segment Segment { get; }

    internal SegmentIndex Index { get; }

    /// <summary>What stands in the places of events of this segment, by offset.</summary>
    internal Dictionary<long, Replacement> Replaced { get; } = [];

    /// <summary>Whether the segment must be rewritten however little is dead: replaced payloads must go.</summary>
    internal bool IsUrgent { get; private set; }

    /// <summary>Whether anything can be dead at all.</summary>
    internal bool HasDead { get; private set; }

    /// <summary>The fates of the segment's streams by their slots.</summary>
    internal IReadOnlyDictionary<int, PartFate> Fates => _fates;

    /// <summary>Plans for a segment.</summary>
    /// <param name="log">The log.</param>
    /// <param name="segment">A full segment.</param>
    /// <param name="deadBefore">The deleted streams, by their first offsets, of which earlier segments still hold a part.</param>
    internal static SegmentPlan Of(SegmentLog log, Segment segment, HashSet<long> deadBefore)
    {
        // Read here and not under the lock, where appends would wait for it.
        SegmentIndex? index = segment.Index ?? IndexFile.TryRead(log.Files, segment.IndexPath, segment.Header);
        if (index is null || index.Head.Covered != segment.CommittedEnd)
        {
            lock (log.Gate)
            {
                index = log.Indexes.Of(segment);
            }
        }

        var plan = new SegmentPlan(segment, index);
        plan.TakeReplacements(log);
        bool hasRemovals;
        lock (log.Gate)
        {
            hasRemovals = log.HasRemovals;
        }

        if (hasRemovals || plan.IsUrgent)
        {
            plan.TakeStreams(log, deadBefore);
        }

        plan.HasDead |= plan.IsUrgent;
        return plan;
    }

    private void TakeReplacements(SegmentLog log)
    {
        var recorded = new List<Replacement>();
        Index.Head.CopyReplacements(recorded);
        ImmutableDictionary<long, Replacement> all;
        lock (log.Gate)
        {
            all = log.Replaced;
        }

        foreach ((long offset, Replacement replacement) in all)
        {
            if (offset >= Segment.Header.FirstOffset && offset < Segment.CommittedOffset)
            {
                Replaced.Add(offset, replacement);
            }
        }

        IsUrgent = recorded.Count > 0 || Replaced.Count > 0;
    }

    private void TakeStreams(SegmentLog log, HashSet<long> deadBefore)
    {
        IndexHead head = Index.Head;
        int count = head.StreamCount;
        for (int row = 0; row < count; row++)
        {
            int slot = Index.Head.SlotOf(row);
            StreamHead part = Index.HeadOf(slot);
            PartFate fate = FateOf(log, part, deadBefore);
            _fates.Add(slot, fate);
            HasDead |= fate.HasDeadEvents || !fate.Lives;
        }
    }

    private static PartFate FateOf(SegmentLog log, StreamHead part, HashSet<long> deadBefore)
    {
        long keepFrom = long.MaxValue;
        StreamChain? chain = part.Chain;
        bool isEnd = false;
        lock (log.Gate)
        {
            if (log.Find(part.Id, committed: true) is { } head && head.FirstOffset == part.FirstOffset)
            {
                keepFrom = head.VisibleFirstSequence;
                chain = head.VisibleChain;
                isEnd = head.Segment == part.Segment && head.Slot == part.Slot;
            }
        }

        bool lives = keepFrom != long.MaxValue;
        bool keepsEvents = lives && keepFrom < part.Version && part.Version > part.SegmentSequence;

        // A listing finds a stream where it began; later parts lead to the earlier ones that hold events; a deletion is needed
        // while there is anything before it.
        bool isNeeded = lives ? isEnd || part.PreviousSegment == 0 || part.Version > keepFrom : part.IsDeleted && deadBefore.Contains(part.FirstOffset);
        return new(part, isNeeded ? DefinitionOf(part, lives ? keepFrom : part.FirstSequence, keepsEvents, chain) : null, keepFrom);
    }

    // The stream before its first event that stays here.
    private static StreamHead DefinitionOf(StreamHead part, long firstSequence, bool keepsEvents, StreamChain? chain)
    {
        long version = keepsEvents ? Math.Max(firstSequence, part.SegmentSequence) : part.Version;
        ChainHash last = version == part.Version ? part.Chain?.Last ?? default : chain?.Before ?? default;
        return new()
        {
            Id = part.Id,
            Category = part.Category,
            Segment = part.Segment,
            Slot = part.Slot,
            PreviousSegment = part.PreviousSegment,
            PreviousSlot = part.PreviousSlot,
            Version = version,
            FirstSequence = firstSequence,
            FirstTimestamp = part.FirstTimestamp,
            LastTimestamp = part.LastTimestamp,
            FirstOffset = part.FirstOffset,
            Incarnation = part.Incarnation,
            GreatestId = part.GreatestId,
            Chain = part.Chain is null ? null : new(last, chain!.Before),
        };
    }
}
