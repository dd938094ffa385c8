using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Daybook.MessagePack;

/// <summary>ASCII of at most 31 units, where the general transcoders spend more on setting up than on copying.</summary>
internal static class ShortAscii
{
    private const ulong HighBits = 0xff80_ff80_ff80_ff80;

    /// <summary>Narrows <paramref name="length"/> chars to bytes; false, with the target undefined, when one is not ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNarrow(ref char text, int length, ref byte target)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref text);
        if (length >= 8)
        {
            return TryNarrowEights(ref source, (uint)length, ref target);
        }

        if (length >= 4)
        {
            ulong head = Load(ref source, 0);
            ulong tail = Load(ref source, (uint)length - 4);
            if (((head | tail) & HighBits) != 0)
            {
                return false;
            }

            Unsafe.WriteUnaligned(ref target, Pack(head));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - 4), Pack(tail));
            return true;
        }

        for (int i = 0; i < length; i++)
        {
            ushort unit = Unsafe.Add(ref source, i);
            if (unit > 0x7f)
            {
                return false;
            }

            Unsafe.Add(ref target, i) = (byte)unit;
        }

        return true;
    }

    /// <summary>Widens bytes to a string; null when one is not ASCII.</summary>
    public static string? TryWiden(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is >= 4 and <= 16)
        {
            return TryWidenShort(ref MemoryMarshal.GetReference(bytes), bytes.Length);
        }

        return Ascii.IsValid(bytes) ? string.Create(bytes.Length, bytes, static (text, source) => Ascii.ToUtf16(source, text, out _)) : null;
    }

    // The two halves overlap. The string is new and nobody else has it yet, so it may be filled in place, as string.Create does.
    private static string? TryWidenShort(ref byte source, int length)
    {
        if (length >= 8)
        {
            ulong head = Unsafe.ReadUnaligned<ulong>(ref source);
            ulong tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, length - 8));
            if (((head | tail) & 0x8080_8080_8080_8080) != 0)
            {
                return null;
            }

            string text = new('\0', length);
            ref ushort target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
            Vector128.WidenLower(Vector128.CreateScalar(head).AsByte()).StoreUnsafe(ref target);
            Vector128.WidenLower(Vector128.CreateScalar(tail).AsByte()).StoreUnsafe(ref target, (nuint)length - 8);
            return text;
        }
        else
        {
            uint head = Unsafe.ReadUnaligned<uint>(ref source);
            uint tail = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, length - 4));
            if (((head | tail) & 0x8080_8080) != 0)
            {
                return null;
            }

            string text = new('\0', length);
            ref byte target = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.AsSpan()));
            Unsafe.WriteUnaligned(ref target, Unpack(head));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, (length - 4) * 2), Unpack(tail));
            return text;
        }
    }

    // The last eight overlap what is done already, so that no length needs a tail loop.
    private static bool TryNarrowEights(ref ushort source, uint length, ref byte target)
    {
        var last = Vector128.LoadUnsafe(ref source, length - 8);
        var seen = last;
        for (uint i = 0; i + 8 < length; i += 8)
        {
            var eight = Vector128.LoadUnsafe(ref source, i);
            seen |= eight;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, i), Vector128.Narrow(eight, eight).AsUInt64().ToScalar());
        }

        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - 8), Vector128.Narrow(last, last).AsUInt64().ToScalar());
        return (seen & Vector128.Create((ushort)0xff80)) == Vector128<ushort>.Zero;
    }

    private static ulong Load(ref ushort source, uint index)
        => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, index)));

    private static uint Pack(ulong four)
    {
        var units = Vector128.CreateScalar(four).AsUInt16();
        return Vector128.Narrow(units, units).AsUInt32().ToScalar();
    }

    private static ulong Unpack(uint four) => Vector128.WidenLower(Vector128.CreateScalar(four).AsByte()).AsUInt64().ToScalar();
}
