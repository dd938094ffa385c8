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

    internal long CommittedOffset { get; set; } = header.FirstOffset;
}
