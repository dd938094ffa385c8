using System.Numerics;
using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>CRC-32C (Castagnoli), reflected, as in iSCSI.</summary>
internal static class Crc32C
{
    internal const uint Start = ~0u;

    internal static uint Of(ReadOnlySpan<byte> bytes) => End(Add(Start, bytes));

    internal static uint End(uint crc) => ~crc;

    internal static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            foreach (ulong word in words)
            {
                crc = BitOperations.Crc32C(crc, word);
            }

            bytes = bytes[(words.Length * sizeof(ulong))..];
        }

        foreach (byte single in bytes)
        {
            crc = BitOperations.Crc32C(crc, single);
        }

        return crc;
    }
}
