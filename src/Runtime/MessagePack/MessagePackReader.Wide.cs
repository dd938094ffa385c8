using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    private const int WideLength = 16;

    /// <summary>Reads float 32, or any other number that a <see cref="Half"/> holds exactly.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a number that would be rounded.</exception>
    public Half ReadHalf()
    {
        int start = position;
        double value = ReadDouble();
        return (double)(Half)value == value || double.IsNaN(value) ? (Half)value : throw OutOfRange(start);
    }

    /// <summary>Reads a wide integer that is written as bin of 16 bytes, least significant first.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public Int128 ReadInt128() => BinaryPrimitives.ReadInt128LittleEndian(ReadWide());

    /// <inheritdoc cref="ReadInt128"/>
    public UInt128 ReadUInt128() => BinaryPrimitives.ReadUInt128LittleEndian(ReadWide());

    /// <summary>Reads an integer of any size that is written as bin, least significant byte first.</summary>
    /// <returns>The value; zero for no bytes.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public BigInteger ReadBigInteger() => new(ReadBinarySpan());

    /// <summary>Reads a Unicode scalar value that is written as an integer.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or an integer that is no scalar value: a surrogate, or beyond U+10FFFF.</exception>
    public Rune ReadRune()
    {
        int start = position;
        return Rune.TryCreate(ReadInt32(), out var value) ? value : throw NotA("Unicode scalar value", start);
    }

    /// <summary>Reads an index that is written as an integer, negative from the end.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public Index ReadIndex()
    {
        int value = ReadInt32();
        return new(value < 0 ? ~value : value, fromEnd: value < 0);
    }

    /// <summary>Reads str or nil.</summary>
    /// <returns>The text, or null for nil.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or bytes that are neither UTF-8 nor WTF-8.</exception>
    public StringBuilder? ReadStringBuilder() => TryReadNil() ? null : ReadRequiredStringBuilder();

    /// <summary>Reads str.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next (nil too), or bytes that are neither UTF-8 nor WTF-8.</exception>
    public StringBuilder ReadRequiredStringBuilder() => new(ReadRequiredString());

    /// <summary>Reads bin.</summary>
    /// <returns>A copy of the bytes, in one segment.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, nil too.</exception>
    public ReadOnlySequence<byte> ReadSequence() => new(ReadBinarySpan().ToArray());

    /// <summary>
    /// Reads what stands before the elements of an array of several dimensions: the header of an array, in it the lengths, and the header of
    /// the array of elements, which must be exactly as many as the lengths ask for.
    /// </summary>
    /// <param name="lengths">Takes the length of each dimension.</param>
    /// <returns>Number of elements; at most the number of bytes left.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or lengths that are negative or do not go with the number of elements.</exception>
    public int ReadArrayLengths(scoped Span<int> lengths)
    {
        int start = position;
        if (ReadArrayHeader() != lengths.Length + 1)
        {
            throw NotA($"array of {lengths.Length} dimensions", start);
        }

        // The others must make sense even where one is zero: an array of no elements, too, has a limit for them.
        Int128 product = 1;
        bool isEmpty = false;
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = (int)ReadInteger(0, Array.MaxLength);
            isEmpty |= lengths[i] == 0;
            product = Int128.Min(product * Math.Max(lengths[i], 1), (Int128)Array.MaxLength + 1);
        }

        int count = ReadArrayHeader();
        return product <= Array.MaxLength && count == (isEmpty ? 0 : (int)product)
            ? count
            : throw new MessagePackFormatException($"The lengths do not go with {count} elements.", start);
    }

    private ReadOnlySpan<byte> ReadWide()
    {
        int start = position;
        var bytes = ReadBinarySpan();
        return bytes.Length == WideLength ? bytes : throw NotA("wide integer", start);
    }
}
