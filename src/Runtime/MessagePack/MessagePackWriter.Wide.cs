using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    private const int WideLength = 16;

    /// <summary>Writes a half as float 32.</summary>
    /// <param name="value">The value.</param>
    public void Write(Half value) => Write((float)value);

    /// <summary>Writes a wide integer as bin of 16 bytes, least significant first, in two's complement.</summary>
    /// <param name="value">The value.</param>
    public void Write(Int128 value) => BinaryPrimitives.WriteInt128LittleEndian(TakeBinary(WideLength), value);

    /// <summary>Writes a wide integer as bin of 16 bytes, least significant first.</summary>
    /// <param name="value">The value.</param>
    public void Write(UInt128 value) => BinaryPrimitives.WriteUInt128LittleEndian(TakeBinary(WideLength), value);

    /// <summary>Writes an integer of any size as bin of as few bytes as hold it, least significant first, in two's complement.</summary>
    /// <param name="value">The value.</param>
    public void Write(BigInteger value) => value.TryWriteBytes(TakeBinary(value.GetByteCount()), out _);

    /// <summary>Writes a Unicode scalar value as an integer.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Rune value) => Write((long)value.Value);

    /// <summary>Writes an index as an integer: n from the start, -1 - n from the end.</summary>
    /// <param name="value">The value.</param>
    public void Write(Index value) => Write(value.IsFromEnd ? ~(long)value.Value : value.Value);

    /// <summary>Writes a text as str, or nil for null.</summary>
    /// <param name="value">The text; may be null.</param>
    public void Write(StringBuilder? value) => Write(value?.ToString());

    /// <summary>Writes bytes as bin.</summary>
    /// <param name="value">The bytes; the default segment has none.</param>
    public void Write(ArraySegment<byte> value) => Write(value.AsSpan());

    /// <summary>Writes bytes as bin.</summary>
    /// <param name="value">The bytes.</param>
    /// <exception cref="OverflowException">There are more than an array can hold.</exception>
    public void Write(ReadOnlySequence<byte> value)
    {
        WriteBinaryHeader(checked((int)value.Length));
        foreach (var segment in value)
        {
            WriteRaw(segment.Span);
        }
    }

    /// <summary>Writes the header of a bin, and gives room for its bytes, which must be filled before the next call.</summary>
    private Span<byte> TakeBinary(int length)
    {
        WriteBinaryHeader(length);
        Reserve(length);
        position += length;
        return span.Slice(position - length, length);
    }
}
