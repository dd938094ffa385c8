using System.Buffers.Binary;
using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Length and checksum around a group's body.</summary>
internal static class GroupFrame
{
    /// <summary>Begins a group in an empty buffer.</summary>
    internal static ByteWriter Start(PooledBuffer buffer, int code)
    {
        buffer.Clear();
        var writer = new ByteWriter(buffer);
        writer.Fixed64(0UL);
        writer.Byte((byte)code);
        return writer;
    }

    /// <summary>Ends the group that a buffer holds; the answer is its length.</summary>
    internal static int Finish(PooledBuffer buffer, ref ByteWriter writer)
    {
        writer.Flush();
        Span<byte> group = buffer.Array.AsSpan(0, buffer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(group, group.Length - GroupFormat.FrameSize);
        Seal(group);
        return group.Length;
    }

    /// <summary>Writes the checksum of a group whose length is written.</summary>
    internal static void Seal(Span<byte> group) => BinaryPrimitives.WriteUInt32LittleEndian(group[4..], Checksum(group));

    /// <summary>The length of the group at the start of the bytes, frame included; 0 when no group can be there.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> bytes, int available)
    {
        if (bytes.Length < GroupFormat.FrameSize)
        {
            return 0;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return length == 0 || length > (uint)Math.Max(0, available - GroupFormat.FrameSize) ? 0 : (int)length + GroupFormat.FrameSize;
    }

    internal static bool IsSound(ReadOnlySpan<byte> group) => BinaryPrimitives.ReadUInt32LittleEndian(group[4..]) == Checksum(group);

    // The length is covered too: it is what the next group is found by.
    private static uint Checksum(ReadOnlySpan<byte> group) =>
        Crc32C.End(Crc32C.Add(Crc32C.Add(Crc32C.Start, group[GroupFormat.FrameSize..]), group[..4]));
}
