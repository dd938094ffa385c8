using System.Buffers.Binary;
using System.Text;

namespace Daybook.Stores;

/// <summary>The 64-bit hash of stream ids and event ids that stands in index files (docs/format.md).</summary>
internal static class StreamHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    internal static ulong Of(string streamId)
    {
        Span<byte> bytes = stackalloc byte[StreamId.MaxSystemBytes];
        return Of(bytes[..Encoding.UTF8.GetBytes(streamId, bytes)]);
    }

    internal static ulong Of(EventId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Write(bytes);
        return Of(bytes);
    }

    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (ulong)bytes.Length * Factor;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        ulong last = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            last |= (ulong)bytes[i] << (8 * i);
        }

        return Mix(hash, last);
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * Factor;
        return hash ^ (hash >> 32);
    }
}
