using System.Buffers.Binary;

namespace Daybook.Stores;

/// <summary>
/// The start of an index file: its header, the event types, the stream directory and the replaced events, which is all that
/// opening needs. Over the bytes of the file, or as many of the first ones as are read.
/// </summary>
internal readonly ref struct IndexHead
{
    private readonly ReadOnlySpan<byte> _bytes;

    internal IndexHead(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Up to where in the segment the index goes.</summary>
    internal int Covered => Int32(24);

    internal int StreamCount => Int32(28);

    internal long NextOffset => BinaryPrimitives.ReadInt64LittleEndian(_bytes[32..]);

    /// <summary>Up to where in the file the sections go that opening needs.</summary>
    internal int Size => Start(IndexFormat.OpeningSections);

    /// <summary>Whether the sections that opening needs have their checksums.</summary>
    internal bool IsSound()
    {
        for (int section = 0; section < IndexFormat.OpeningSections; section++)
        {
            if (!IsSound(section))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether the header is whole, belongs to the segment, and describes a file of this length. What stands in the
    /// sections is not looked at.
    /// </summary>
    internal bool Describes(SegmentHeader segment, long fileLength)
    {
        if (_bytes.Length < IndexFormat.HeaderSize
            || !_bytes.StartsWith(IndexFormat.Magic)
            || (uint)Int32(8) != IndexFormat.Version
            || Int32(12) != segment.Number
            || BinaryPrimitives.ReadInt64LittleEndian(_bytes[16..]) != segment.Identity
            || (uint)Int32(IndexFormat.HeaderSize - 4) != Crc32C.Of(_bytes[..(IndexFormat.HeaderSize - 4)]))
        {
            return false;
        }

        long expected = IndexFormat.HeaderSize;
        for (int section = 0; section < IndexFormat.Sections; section++)
        {
            if (Start(section) != expected || Length(section) < 0)
            {
                return false;
            }

            expected += Length(section);
        }

        return expected == fileLength
            && Length(IndexFormat.Slots) is var slots && (slots == 0 || slots == (long)StreamCount * sizeof(int))
            && Length(IndexFormat.Directory) == (long)StreamCount * IndexFormat.DirectoryEntrySize
            && Length(IndexFormat.Streams) == (long)StreamCount * IndexFormat.StreamEntrySize;
    }

    /// <summary>Whether a section, which must have been read, has its checksum.</summary>
    internal bool IsSound(int section) =>
        BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(Row(section) + 8)..]) == Crc32C.Of(Section(section));

    internal ReadOnlySpan<byte> Section(int section) => _bytes.Slice(Start(section), Length(section));

    internal ByteReader Types() => new(Section(IndexFormat.Types));

    /// <summary>The slot of the stream in a row; they differ only in rewritten segments.</summary>
    internal int SlotOf(int row) =>
        Length(IndexFormat.Slots) == 0 ? row : BinaryPrimitives.ReadInt32LittleEndian(Section(IndexFormat.Slots)[(row * sizeof(int))..]);

    /// <summary>The slot behind the greatest.</summary>
    internal int SlotCount => StreamCount == 0 ? 0 : SlotOf(StreamCount - 1) + 1;

    /// <summary>The row of the stream at a slot; -1 when there is none.</summary>
    internal int RowOf(int slot)
    {
        int low = 0;
        int high = StreamCount - 1;
        if (Length(IndexFormat.Slots) == 0)
        {
            return slot <= high ? slot : -1;
        }

        while (low <= high)
        {
            int middle = (low + high) / 2;
            int found = SlotOf(middle);
            if (found == slot)
            {
                return middle;
            }

            if (found < slot)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    /// <summary>Reads what stands in events' places.</summary>
    internal void CopyReplacements(List<Replacement> replacements)
    {
        for (ByteReader reader = new(Section(IndexFormat.Replacements)); reader.Remaining > 0;)
        {
            replacements.Add(new(reader.Number(), reader.Count(), reader.Bytes(reader.Count()).ToArray()));
        }
    }

    internal void Directory(int row, out ulong hash, out int previousSegment, out int previousSlot, out uint flags)
    {
        ReadOnlySpan<byte> entry = Section(IndexFormat.Directory).Slice(row * IndexFormat.DirectoryEntrySize, IndexFormat.DirectoryEntrySize);
        hash = BinaryPrimitives.ReadUInt64LittleEndian(entry);
        previousSegment = BinaryPrimitives.ReadInt32LittleEndian(entry[8..]);
        previousSlot = BinaryPrimitives.ReadInt32LittleEndian(entry[12..]);
        flags = BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]);
    }

    private static int Row(int section) => IndexFormat.SectionTable + (section * IndexFormat.SectionRowSize);

    private int Start(int section) => Int32(Row(section));

    private int Length(int section) => Int32(Row(section) + 4);

    private int Int32(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes[at..]);
}
