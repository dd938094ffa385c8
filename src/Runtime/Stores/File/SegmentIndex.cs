using System.Buffers.Binary;
using System.Text;

namespace Daybook.Stores;

/// <summary>The index of a full segment, over the bytes of its index file. Immutable.</summary>
internal sealed class SegmentIndex
{
    private readonly byte[] _file;
    private readonly int _segment;
    private string?[]? _ids;

    private SegmentIndex(byte[] file, int segment)
    {
        _file = file;
        _segment = segment;
    }

    internal int Size => _file.Length;

    /// <summary>The start of the index file.</summary>
    internal IndexHead Head => new(_file);

    /// <summary>Takes the bytes of an index file; null unless they are whole and belong to the segment.</summary>
    internal static SegmentIndex? TryOpen(byte[] file, SegmentHeader segment)
    {
        var head = new IndexHead(file);
        if (!head.Describes(segment, file.Length))
        {
            return null;
        }

        for (int section = 0; section < IndexFormat.Sections; section++)
        {
            if (!head.IsSound(section))
            {
                return null;
            }
        }

        return new(file, segment.Number);
    }

    internal string IdOf(int slot)
    {
        string?[] ids = _ids ??= new string?[Head.StreamCount];
        ReadOnlySpan<byte> entry = Entry(slot);
        return ids[Head.RowOf(slot)] ??= Encoding.UTF8.GetString(Section(IndexFormat.Names).Slice(Int32(entry, 0), Int32(entry, 4)));
    }

    /// <summary>Whether there is a stream at a slot; in a rewritten segment there may be gaps.</summary>
    internal bool Has(int slot) => Head.RowOf(slot) >= 0;

    internal bool HasId(int slot, ReadOnlySpan<byte> id)
    {
        ReadOnlySpan<byte> entry = Entry(slot);
        return Section(IndexFormat.Names).Slice(Int32(entry, 0), Int32(entry, 4)).SequenceEqual(id);
    }

    internal StreamHead HeadOf(int slot)
    {
        ReadOnlySpan<byte> entry = Entry(slot);
        Head.Directory(Head.RowOf(slot), out _, out int previousSegment, out int previousSlot, out uint flags);
        int categoryLength = Int32(entry, 8);
        int chain = Int32(entry, 136);
        return new()
        {
            Id = IdOf(slot),
            Category = categoryLength < 0 ? null : Encoding.UTF8.GetString(Section(IndexFormat.Names).Slice(Int32(entry, 0) + Int32(entry, 4), categoryLength)),
            Segment = _segment,
            Slot = slot,
            Version = Int64(entry, 12),
            SegmentSequence = Int64(entry, 20),
            FirstSequence = Int64(entry, 28),
            FirstTimestamp = Int64(entry, 36),
            LastTimestamp = Int64(entry, 44),
            FirstOffset = Int64(entry, 52),
            Incarnation = EventId.Read(entry[60..]),
            GreatestId = EventId.Read(entry[76..]),
            LeastHere = EventId.Read(entry[92..]),
            GreatestHere = EventId.Read(entry[108..]),
            PreviousSegment = previousSegment,
            PreviousSlot = previousSlot,
            IsDeleted = (flags & IndexFormat.DeletedFlag) != 0,
            Chain = chain < 0 ? null : ChainAt(chain),
        };
    }

    /// <summary>Finds the groups that hold a stream's events from a sequence on.</summary>
    internal void CollectGroups(StreamHead head, long from, int maxCount, List<int> positions)
    {
        ReadOnlySpan<byte> entry = Entry(head.Slot);
        int count = Int32(entry, 128);
        int firstAnchor = Int32(entry, 132);
        long relative = Math.Max(0, from - head.SegmentSequence);
        ReadOnlySpan<byte> anchors = Section(IndexFormat.Anchors);
        int low = 0;
        int high = count == 0 ? 0 : (count - 1) / IndexFormat.AnchorDistance;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Int32(anchors, (firstAnchor + middle - 1) * IndexFormat.AnchorSize) <= relative)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        int sequence = 0;
        int position = 0;
        int start = Int32(entry, 124);
        int done = low * IndexFormat.AnchorDistance;
        if (low > 0)
        {
            ReadOnlySpan<byte> anchor = anchors[((firstAnchor + low - 1) * IndexFormat.AnchorSize)..];
            sequence = Int32(anchor, 0);
            position = Int32(anchor, 4);
            start = Int32(anchor, 8);
            done++;
            positions.Add(position);
        }

        var reader = new ByteReader(Section(IndexFormat.Groups)[start..]);
        for (; done < count; done++)
        {
            position += reader.Count();
            sequence += reader.Count();
            if (sequence >= relative + maxCount)
            {
                break;
            }

            if (sequence <= relative)
            {
                positions.Clear();
            }

            positions.Add(position);
        }
    }

    /// <summary>All groups of a stream, for an index in memory.</summary>
    internal void CopyGroups(int slot, List<GroupMark> groups)
    {
        ReadOnlySpan<byte> entry = Entry(slot);
        var reader = new ByteReader(Section(IndexFormat.Groups)[Int32(entry, 124)..]);
        int count = Math.Min(Int32(entry, 128), reader.Remaining / 2);
        groups.EnsureCapacity(count);
        GroupMark last = default;
        for (int i = 0; i < count; i++)
        {
            last = new(last.Position + reader.Count(), last.Sequence + reader.Count());
            groups.Add(last);
        }
    }

    internal void CopyMarks(List<OffsetMark> offsets, List<ulong> ids)
    {
        for (ReadOnlySpan<byte> rows = Section(IndexFormat.Offsets); rows.Length >= IndexFormat.OffsetSize; rows = rows[IndexFormat.OffsetSize..])
        {
            offsets.Add(new(Int64(rows, 0), Int32(rows, 8)));
        }

        for (ReadOnlySpan<byte> rows = Section(IndexFormat.Ids); rows.Length >= 8; rows = rows[8..])
        {
            ids.Add(BinaryPrimitives.ReadUInt64LittleEndian(rows));
        }
    }

    internal int PositionOf(long offset)
    {
        ReadOnlySpan<byte> rows = Section(IndexFormat.Offsets);
        int low = 0;
        int high = (rows.Length / IndexFormat.OffsetSize) - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Int64(rows, middle * IndexFormat.OffsetSize) <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        // Before the first mark there may be deletions, which have no offset; a reader that starts there must see them checked.
        return low == 0 ? SegmentHeader.Size : Int32(rows, (low * IndexFormat.OffsetSize) + 8);
    }

    /// <summary>Whether an id that is no UUIDv7 may stand in the segment.</summary>
    internal bool MayHold(ulong idHash)
    {
        ReadOnlySpan<byte> rows = Section(IndexFormat.Ids);
        int low = 0;
        int high = (rows.Length / 8) - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            ulong found = BinaryPrimitives.ReadUInt64LittleEndian(rows[(middle * 8)..]);
            if (found == idHash)
            {
                return true;
            }

            if (found < idHash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return false;
    }

    private static int Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    private StreamChain ChainAt(int row)
    {
        ReadOnlySpan<byte> hashes = Section(IndexFormat.Chains).Slice(row * IndexFormat.ChainSize, IndexFormat.ChainSize);
        return new(new(hashes[..ChainHash.Size]), new(hashes[ChainHash.Size..]));
    }

    private ReadOnlySpan<byte> Entry(int slot) =>
        Section(IndexFormat.Streams).Slice(Head.RowOf(slot) * IndexFormat.StreamEntrySize, IndexFormat.StreamEntrySize);

    private ReadOnlySpan<byte> Section(int section) => Head.Section(section);
}
