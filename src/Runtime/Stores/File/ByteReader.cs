using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Daybook.Stores;

/// <summary>Reads the numbers of docs/format.md; whatever the bytes, it fails with <see cref="InvalidDataException"/> only.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    internal int Position { get; private set; }

    internal readonly int Remaining => _bytes.Length - Position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte Byte()
    {
        if ((uint)Position >= (uint)_bytes.Length)
        {
            ThrowTooShort();
        }

        return _bytes[Position++];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Varint()
    {
        byte first = Byte();
        return first < 0x80 ? first : LongVarint(first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Count()
    {
        ulong value = Varint();
        if (value > int.MaxValue)
        {
            ThrowTooLarge();
        }

        return (int)value;
    }

    internal long Number()
    {
        ulong value = Varint();
        if (value > long.MaxValue)
        {
            ThrowTooLarge();
        }

        return (long)value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long Signed()
    {
        ulong value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Bytes(int length)
    {
        if ((uint)length > (uint)Remaining)
        {
            ThrowTooShort();
        }

        ReadOnlySpan<byte> result = _bytes.Slice(Position, length);
        Position += length;
        return result;
    }

    internal EventId Id() => EventId.Read(Bytes(16));

    internal ulong Fixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    internal string Text() => System.Text.Encoding.UTF8.GetString(Bytes(Count()));

    private ulong LongVarint(byte first)
    {
        ulong value = first & 0x7Fu;
        for (int shift = 7; shift < 64; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number has more than ten bytes");
    }

    [DoesNotReturn]
    private static void ThrowTooShort() => throw new InvalidDataException("A record ends too early");

    [DoesNotReturn]
    private static void ThrowTooLarge() => throw new InvalidDataException("A number is too large");
}
