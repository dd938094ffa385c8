using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>Reads an integer, whatever its encoding.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a value out of range.</exception>
    public sbyte ReadSByte() => (sbyte)ReadInteger(sbyte.MinValue, sbyte.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public byte ReadByte() => (byte)ReadInteger(byte.MinValue, byte.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public short ReadInt16() => (short)ReadInteger(short.MinValue, short.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public ushort ReadUInt16() => (ushort)ReadInteger(ushort.MinValue, ushort.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadInt32()
    {
        byte code = PeekCode();
        if (code <= MessagePackCode.MaxFixInt)
        {
            position++;
            return code;
        }

        return (int)ReadInteger(int.MinValue, int.MaxValue);
    }

    /// <inheritdoc cref="ReadSByte"/>
    public uint ReadUInt32() => (uint)ReadInteger(uint.MinValue, uint.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadInt64()
    {
        byte code = PeekCode();
        if (code <= MessagePackCode.MaxFixInt)
        {
            position++;
            return code;
        }

        return ReadInteger(long.MinValue, long.MaxValue);
    }

    /// <inheritdoc cref="ReadSByte"/>
    public ulong ReadUInt64() => PeekCode() == MessagePackCode.UInt64 ? Take64() : (ulong)ReadInteger(0, long.MaxValue);

    /// <summary>Reads a UTF-16 code unit that is written as an integer.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a value out of range.</exception>
    public char ReadChar() => (char)ReadUInt16();

    /// <summary>Reads float 32, or any other number that a <see cref="float"/> holds exactly.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a number that would be rounded.</exception>
    public float ReadSingle()
    {
        if (PeekCode() == MessagePackCode.Float32)
        {
            return BitConverter.UInt32BitsToSingle(Take32());
        }

        int start = position;
        double value = ReadDouble();
        return (float)value == value || double.IsNaN(value) ? (float)value : throw OutOfRange(start);
    }

    /// <summary>Reads float 64, or any other number that a <see cref="double"/> holds exactly.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or an integer that would be rounded.</exception>
    public double ReadDouble() => PeekCode() switch
    {
        MessagePackCode.Float64 => BitConverter.UInt64BitsToDouble(Take64()),
        MessagePackCode.Float32 => BitConverter.UInt32BitsToSingle(Take32()),
        _ => ReadIntegerAsDouble(),
    };

    private double ReadIntegerAsDouble()
    {
        int start = position;
        Int128 value = PeekCode() == MessagePackCode.UInt64 ? Take64() : ReadInteger(long.MinValue, long.MaxValue);
        return (Int128)(double)value == value ? (double)value : throw OutOfRange(start);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ReadInteger(long minimum, long maximum)
    {
        int start = position;
        byte code = PeekCode();
        long value = code switch
        {
            <= MessagePackCode.MaxFixInt or >= MessagePackCode.MinNegativeFixInt => unchecked((sbyte)Take0()),
            MessagePackCode.UInt8 => Take8(),
            MessagePackCode.UInt16 => Take16(),
            MessagePackCode.UInt32 => Take32(),
            MessagePackCode.UInt64 => Take64() is var large && large <= long.MaxValue ? (long)large : throw OutOfRange(start),
            MessagePackCode.Int8 => unchecked((sbyte)Take8()),
            MessagePackCode.Int16 => unchecked((short)Take16()),
            MessagePackCode.Int32 => unchecked((int)Take32()),
            MessagePackCode.Int64 => unchecked((long)Take64()),
            _ => throw Unexpected("an integer", start),
        };
        return value >= minimum && value <= maximum ? value : throw OutOfRange(start);
    }

    private static MessagePackFormatException OutOfRange(int start) => new("The number does not fit the type it is read as.", start);

    private byte Take0() => span[position++];

    /// <summary>Reads the number behind the code byte at the position, and moves behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Take8() => Behind(1)[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ushort Take16() => BinaryPrimitives.ReadUInt16BigEndian(Behind(2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Take32() => BinaryPrimitives.ReadUInt32BigEndian(Behind(4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Take64() => BinaryPrimitives.ReadUInt64BigEndian(Behind(8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Behind(int size)
    {
        if (Remaining <= size)
        {
            ThrowTooShort();
        }

        var number = span.Slice(position + 1, size);
        position += 1 + size;
        return number;
    }
}
