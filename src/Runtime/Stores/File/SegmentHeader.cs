using System.Buffers.Binary;

namespace Daybook.Stores;

/// <summary>The first 64 bytes of a segment.</summary>
internal sealed record SegmentHeader
{
    internal const int Size = 64;
    internal const uint FormatVersion = 1;
    private const int ChecksumAt = Size - 4;

    internal required int Number { get; init; }

    /// <summary>Tells this segment from another one with the same number, so that index files are not mixed up.</summary>
    internal required long Identity { get; init; }

    /// <summary>The position in the log of the segment's first byte.</summary>
    internal required long BasePosition { get; init; }

    internal required long FirstOffset { get; init; }

    internal required long BaseTimestamp { get; init; }

    /// <summary>Of a rewritten segment the position behind its last group; 0 of one as it was written first.</summary>
    internal int RewrittenEnd { get; init; }

    internal bool IsRewritten => RewrittenEnd != 0;

    private static ReadOnlySpan<byte> Magic => "DAYBKLOG"u8;

    internal static long NewIdentity() => BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 8);

    internal void Write(Span<byte> destination)
    {
        destination[..Size].Clear();
        Magic.CopyTo(destination);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(destination[12..], Number);
        BinaryPrimitives.WriteInt64LittleEndian(destination[16..], Identity);
        BinaryPrimitives.WriteInt64LittleEndian(destination[24..], BasePosition);
        BinaryPrimitives.WriteInt64LittleEndian(destination[32..], FirstOffset);
        BinaryPrimitives.WriteInt64LittleEndian(destination[40..], BaseTimestamp);
        BinaryPrimitives.WriteInt32LittleEndian(destination[48..], RewrittenEnd);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[ChecksumAt..], Crc32C.Of(destination[..ChecksumAt]));
    }

    internal static SegmentHeader Read(IByteSource file, string path, int number)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (file.ReadAt(bytes, 0) < Size || BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) != Crc32C.Of(bytes[..ChecksumAt]))
        {
            throw new CorruptEventException("The header of a segment is damaged", path, 0, -1);
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (!bytes.StartsWith(Magic) || version != FormatVersion)
        {
            throw new StoreFormatException($"The file '{path}' has format version {version}; this version of Daybook reads {FormatVersion}. Use the newer one.");
        }

        var header = new SegmentHeader
        {
            Number = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            Identity = BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BasePosition = BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            FirstOffset = BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            BaseTimestamp = BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
            RewrittenEnd = BinaryPrimitives.ReadInt32LittleEndian(bytes[48..]),
        };
        return header.Number == number
            ? header
            : throw new CorruptEventException($"The file holds segment {header.Number}", path, 12, -1);
    }
}
