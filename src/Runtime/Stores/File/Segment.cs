namespace Daybook.Stores;

/// <summary>A segment that the store knows. Under the store's lock.</summary>
internal sealed class Segment(SegmentHeader header, string directory)
{
    internal SegmentHeader Header { get; } = header;

    internal int Number => Header.Number;

    internal string Path { get; } = SegmentNames.Log(directory, header.Number);

    internal string IndexPath { get; } = SegmentNames.Index(directory, header.Number);

    /// <summary>The index in memory; null once the segment is full and has an index file.</summary>
    internal LiveSegment? Live { get; set; }

    internal SegmentIndex? Index { get; set; }

    /// <summary>When the index was last used, by a counter.</summary>
    internal long IndexUsed { get; set; }

    /// <summary>Whether the index must stay in memory because it is in no file.</summary>
    internal bool KeepsIndex { get; set; }

    /// <summary>The position behind the last group that readers may see.</summary>
    internal int CommittedEnd { get; set; } = SegmentHeader.Size;

    /// <summary>Whether another file has taken this one's place.</summary>
    internal bool IsReplaced { get; set; }

    internal long CommittedOffset { get; set; } = header.FirstOffset;

    /// <summary>The used bytes of a full segment, by its own header if it was rewritten, or by the next one's.</summary>
    internal long UsedBefore(SegmentHeader next) => Header.IsRewritten ? Header.RewrittenEnd : next.BasePosition - Header.BasePosition;

    /// <summary>The segment behind this one, which is written to.</summary>
    internal LiveSegment Successor(long baseTimestamp) => new(new()
    {
        Number = Number + 1,
        Identity = SegmentHeader.NewIdentity(),
        BasePosition = Header.BasePosition + Live!.End,
        FirstOffset = Live.NextOffset,
        BaseTimestamp = baseTimestamp,
    });
}
