namespace Daybook.Stores;

/// <summary>
/// Remembers for a few streams where their parts stand, so that a page of a long stream need not walk back over all
/// segments. Parts of full segments never change. Under the store's lock.
/// </summary>
internal sealed class StreamParts
{
    private const int MaxStreams = 64;

    // By the offset of the first event, which no other incarnation has.
    private readonly Dictionary<long, List<(int Segment, int Slot, long Sequence)>> _parts = [];

    /// <summary>Forgets everything: a segment has been rewritten.</summary>
    internal void Clear() => _parts.Clear();

    /// <summary>Finds the part before the head's own that holds a sequence.</summary>
    internal (int Segment, int Slot) Find(SegmentLog log, StreamHead head, long sequence)
    {
        if (!_parts.TryGetValue(head.FirstOffset, out List<(int Segment, int Slot, long Sequence)>? parts))
        {
            if (_parts.Count >= MaxStreams)
            {
                _parts.Clear();
            }

            _parts.Add(head.FirstOffset, parts = []);
        }

        int known = parts.Count;
        // What was truncated may be there no more.
        for (StreamHead part = head; part.PreviousSegment != 0 && part.SegmentSequence > head.VisibleFirstSequence && (known == 0 || parts[known - 1].Segment < part.PreviousSegment);)
        {
            part = log.HeadAt(part.PreviousSegment, part.PreviousSlot);
            parts.Add((part.Segment, part.Slot, part.SegmentSequence));
        }

        // They came newest first.
        parts.Reverse(known, parts.Count - known);
        int low = 0;
        int high = parts.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (parts[middle].Sequence <= sequence)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return (parts[low].Segment, parts[low].Slot);
    }
}
