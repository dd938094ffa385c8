using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    /// <summary>Writes an integer in its smallest encoding; not negative ones take the unsigned formats.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(sbyte value) => Write((long)value);

    /// <inheritdoc cref="Write(sbyte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte value) => Write((long)value);

    /// <inheritdoc cref="Write(sbyte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(short value) => Write((long)value);

    /// <inheritdoc cref="Write(sbyte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ushort value) => Write((long)value);

    /// <inheritdoc cref="Write(sbyte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int value) => Write((long)value);

    /// <inheritdoc cref="Write(sbyte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(uint value) => Write((long)value);

    /// <inheritdoc cref="Write(sbyte)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(long value)
    {
        // -32 to 127 are the value itself, and most numbers in events are that small.
        if (unchecked((ulong)(value + 32)) < 160)
        {
            WriteCode(unchecked((byte)value));
        }
        else
        {
            WriteLarger(value);
        }
    }

    /// <inheritdoc cref="Write(sbyte)"/>
    public void Write(ulong value)
    {
        if (value <= long.MaxValue)
        {
            Write((long)value);
        }
        else
        {
            position += Put64(ref Reserve(9), MessagePackCode.UInt64, value);
        }
    }

    /// <summary>Writes a UTF-16 code unit as an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(char value) => Write((long)value);

    /// <summary>Writes float 32; NaN keeps its bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(float value) => position += Put32(ref Reserve(5), MessagePackCode.Float32, BitConverter.SingleToUInt32Bits(value));

    /// <summary>Writes float 64; NaN keeps its bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(double value) => position += Put64(ref Reserve(9), MessagePackCode.Float64, BitConverter.DoubleToUInt64Bits(value));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteLarger(long value)
    {
        ref byte target = ref Reserve(9);
        position += value switch
        {
            < int.MinValue => Put64(ref target, MessagePackCode.Int64, unchecked((ulong)value)),
            < short.MinValue => Put32(ref target, MessagePackCode.Int32, unchecked((uint)value)),
            < sbyte.MinValue => Put16(ref target, MessagePackCode.Int16, unchecked((ushort)value)),
            < 0 => Put8(ref target, MessagePackCode.Int8, unchecked((byte)value)),
            <= byte.MaxValue => Put8(ref target, MessagePackCode.UInt8, (byte)value),
            <= ushort.MaxValue => Put16(ref target, MessagePackCode.UInt16, (ushort)value),
            <= uint.MaxValue => Put32(ref target, MessagePackCode.UInt32, (uint)value),
            _ => Put64(ref target, MessagePackCode.UInt64, (ulong)value),
        };
    }

    private static int Put8(ref byte target, byte code, byte value)
    {
        target = code;
        Unsafe.Add(ref target, 1) = value;
        return 2;
    }

    private static int Put16(ref byte target, byte code, ushort value)
    {
        target = code;
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 1), BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
        return 3;
    }

    private static int Put32(ref byte target, byte code, uint value)
    {
        target = code;
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 1), BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
        return 5;
    }

    private static int Put64(ref byte target, byte code, ulong value)
    {
        target = code;
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 1), BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
        return 9;
    }
}
