namespace Daybook.Stores;

/// <summary>The constants of an index file (docs/format.md).</summary>
internal static class IndexFormat
{
    internal const uint Version = 1;
    internal const int Sections = 11;
    internal const int SectionTable = 40;
    internal const int SectionRowSize = 12;
    internal const int HeaderSize = SectionTable + (Sections * SectionRowSize) + 4;

    internal const int Types = 0;
    internal const int Directory = 1;
    internal const int Slots = 2;
    internal const int Replacements = 3;
    internal const int Streams = 4;
    internal const int Names = 5;
    internal const int Groups = 6;
    internal const int Anchors = 7;
    internal const int Offsets = 8;
    internal const int Ids = 9;
    internal const int Chains = 10;

    /// <summary>Opening needs the sections before this one.</summary>
    internal const int OpeningSections = Streams;

    internal const int DirectoryEntrySize = 20;
    internal const int StreamEntrySize = 140;
    internal const int ChainSize = 2 * ChainHash.Size;
    internal const int AnchorSize = 12;
    internal const int OffsetSize = 12;

    internal const int DeletedFlag = 1;
    internal const int TruncatedFlag = 2;

    /// <summary>Every how many groups of a stream there is an anchor.</summary>
    internal const int AnchorDistance = 32;

    internal static ReadOnlySpan<byte> Magic => "DAYBKIDX"u8;
}
