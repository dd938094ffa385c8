using System.Collections.Immutable;
using System.Text;

namespace Daybook.Stores;

/// <summary>All that the store knows of its segments and streams. Everything happens under <see cref="Gate"/>.</summary>
internal sealed class SegmentLog
{
    private readonly StreamParts _parts = new();

    internal SegmentLog(IFileSystem files, string directory, FileStoreOptions options)
    {
        Files = files;
        Directory = directory;
        Options = options;
        Indexes = new(this);
    }

    internal Lock Gate { get; } = new();

    internal IFileSystem Files { get; }

    internal string Directory { get; }

    internal FileStoreOptions Options { get; }

    internal EventTypeTable Types { get; } = new();

    internal StreamDirectory Streams { get; } = new();

    internal List<Segment> Segments { get; } = [];

    /// <summary>The indexes of full segments.</summary>
    internal SegmentIndexes Indexes { get; }

    /// <summary>Whether any stream was ever deleted or truncated: only then the feed must ask which events of a stream are still there.</summary>
    internal bool HasRemovals { get; set; }

    /// <summary>What stands in events' places, by offset. Pages take it as it is when they are begun.</summary>
    internal ImmutableDictionary<long, Replacement> Replaced { get; private set; } = ImmutableDictionary<long, Replacement>.Empty;

    /// <summary>How far the feed goes for readers.</summary>
    internal long FeedEnd { get; set; }

    /// <summary>How often segments had been rewritten when they were opened; only for readers.</summary>
    internal long Rewrites { get; set; }

    /// <summary>Says that the feed goes further.</summary>
    internal FeedSignal Advanced { get; } = new();

    internal Segment Last => Segments[^1];

    /// <summary>Forgets all segments before they are opened anew. The types stay what they are, and the feed's end never falls.</summary>
    internal void Clear()
    {
        Segments.ForEach(static segment => segment.IsReplaced = true);
        Segments.Clear();
        Streams.Clear();
        _parts.Clear();
        Indexes.Clear();
        Replaced = Replaced.Clear();
        HasRemovals = false;
        Rewrites = -1;
    }

    /// <summary>Finds a stream, as readers may see it or as the next append finds it.</summary>
    internal StreamHead? Find(string streamId, bool committed)
    {
        ulong hash = StreamHash.Of(streamId);
        int cursor = -1;
        while (Streams.TryNext(hash, ref cursor, out int number, out int slot))
        {
            Segment segment = Segments[number - 1];
            if (segment.Live is { } live)
            {
                LiveStream stream = live.Streams[slot];
                if (string.Equals(stream.Id, streamId, StringComparison.Ordinal) && (committed ? stream.IsVisible : !stream.IsDeleted))
                {
                    return stream;
                }
            }
            else if (HasId(Indexes.Of(segment), slot, streamId))
            {
                return Indexes.Of(segment).HeadOf(slot);
            }
        }

        return null;
    }

    /// <summary>A stream as it was at the end of a segment.</summary>
    internal StreamHead HeadAt(int number, int slot) => HeadAt(Segments[number - 1], slot);

    /// <summary>The part of a stream, in this segment or an earlier one, that holds a sequence.</summary>
    internal StreamHead PartOf(StreamHead head, long sequence)
    {
        if (sequence >= head.SegmentSequence || head.PreviousSegment == 0)
        {
            return head;
        }

        (int segment, int slot) = _parts.Find(this, head, sequence);
        return HeadAt(segment, slot);
    }

    /// <summary>Finds the groups that hold a stream's events from a sequence on, in the segment of one part.</summary>
    internal List<int> GroupsOf(StreamHead part, long from, long before, int maxCount)
    {
        var positions = new List<int>();
        Segment segment = Segments[part.Segment - 1];
        if (part is LiveStream live && segment.Live is not null)
        {
            LiveSegment.CollectGroups(live, from, before, maxCount, positions);
        }
        else
        {
            Indexes.Of(segment).CollectGroups(part, from, maxCount, positions);
        }

        return positions;
    }

    /// <summary>What the feed shows of a stream in a segment.</summary>
    internal FeedStream FeedStreamOf(Segment segment, int slot)
    {
        lock (Gate)
        {
            string id = segment.Live is { } live ? live.Streams.IdOf(slot) : Indexes.Of(segment).IdOf(slot);
            if (StreamId.IsSystem(id))
            {
                return default;
            }

            if (!HasRemovals)
            {
                return new(id, 0);
            }

            StreamHead? head = Find(id, committed: true);
            bool isGone = head is null || head.FirstOffset != HeadAt(segment, slot).FirstOffset;
            return isGone ? default : new(id, head!.VisibleFirstSequence);
        }
    }

    /// <summary>Whether readers see no group behind a segment. An empty segment may stand between two others.</summary>
    internal bool IsLastWithGroups(Segment segment) =>
        Segments.FindIndex(segment.Number, static later => later.CommittedEnd > SegmentHeader.Size) < 0;

    /// <summary>Puts a rewritten segment in a full one's place.</summary>
    internal void Replace(Segment old, Segment segment, SegmentIndex index, IEnumerable<Replacement> applied)
    {
        Segments[old.Number - 1] = segment;
        old.IsReplaced = true;
        Indexes.Drop(old);
        _parts.Clear();
        foreach (Replacement replacement in applied)
        {
            if (Replaced.TryGetValue(replacement.Offset, out Replacement? known) && ReferenceEquals(known, replacement))
            {
                Replaced = Replaced.Remove(replacement.Offset);
            }
        }

        Indexes.Keep(segment, index, pinned: true);
    }

    /// <summary>Takes note of a stream's part in a segment.</summary>
    internal void Register(ulong hash, int segment, int slot, int previousSegment, int previousSlot, bool isDeleted)
    {
        bool isKnown = previousSegment != 0 && Streams.TryMove(hash, previousSegment, previousSlot, segment, slot);
        if (!isKnown && previousSegment != 0 && TryFindEarlier(hash, segment, slot, out int earlierSegment, out int earlierSlot))
        {
            // A rewritten segment left out the part in between.
            isKnown = Streams.TryMove(hash, earlierSegment, earlierSlot, segment, slot);
        }

        if (isDeleted)
        {
            HasRemovals = true;
            Streams.Remove(hash, segment, slot);
        }
        else if (!isKnown)
        {
            Streams.Add(hash, segment, slot);
        }
    }

    /// <summary>Lets a replacement stand in its event's place for all pages to come.</summary>
    internal void Take(Replacement replacement) => Replaced = Replaced.SetItem(replacement.Offset, replacement);

    /// <summary>Makes a change visible to readers.</summary>
    internal void Commit(in PendingCommit commit)
    {
        StreamChange? change = commit.Change;
        LiveStream stream = commit.Stream;
        for (LiveStream? here = stream; here is not null; here = here.Successor)
        {
            here.CommittedVersion = commit.Version;
            here.CommittedTimestamp = commit.Timestamp;
            here.CommittedChain = commit.Chain;
            here.CommittedFirstSequence = change?.FirstSequence ?? here.CommittedFirstSequence;
        }

        if (change is null)
        {
            return;
        }

        HasRemovals |= change.FirstSequence is not null;

        if (change.Replacement is { } replacement)
        {
            Take(replacement);
        }

        if (change.IsDeletion)
        {
            stream.CommittedDeletion = true;
            HasRemovals = true;
            Streams.Remove(stream.Hash, stream.Segment, stream.Slot);
        }
    }

    /// <summary>Takes a verified group into the index of a segment, visible at once.</summary>
    internal void Replay(LiveSegment live, ReadOnlySpan<byte> group, int position)
    {
        int known = live.Streams.Count;
        int replaced = live.Replacements.Count;
        LiveStream? stream = GroupScanner.Index(group, position, live, Types);
        for (int slot = known; slot < live.Streams.Count; slot++)
        {
            LiveStream added = live.Streams[slot];
            Register(added.Hash, added.Segment, slot, added.PreviousSegment, added.PreviousSlot, isDeleted: false);
        }

        if (stream is not null)
        {
            var change = new StreamChange
            {
                IsDeletion = stream.IsDeleted,
                FirstSequence = stream.FirstSequence > 0 ? stream.FirstSequence : null,
                Replacement = live.Replacements.Count > replaced ? live.Replacements[^1] : null,
            };
            Commit(new(stream, stream.Version, stream.LastTimestamp, stream.Chain, change));
        }
    }

    private StreamHead HeadAt(Segment segment, int slot) =>
        segment.Live is { } live ? live.Streams[slot] : Indexes.Of(segment).HeadOf(slot);

    // The newest part before one whose part before is gone: the same stream has the same first offset.
    private bool TryFindEarlier(ulong hash, int segment, int slot, out int earlierSegment, out int earlierSlot)
    {
        for (int cursor = -1; Streams.TryNext(hash, ref cursor, out earlierSegment, out earlierSlot);)
        {
            if (HeadAt(earlierSegment, earlierSlot).FirstOffset == HeadAt(segment, slot).FirstOffset)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasId(SegmentIndex index, int slot, string streamId)
    {
        Span<byte> bytes = stackalloc byte[StreamId.MaxSystemBytes];
        return index.HasId(slot, bytes[..Encoding.UTF8.GetBytes(streamId, bytes)]);
    }
}
