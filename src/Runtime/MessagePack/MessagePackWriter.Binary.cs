using System.Runtime.CompilerServices;

namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    private const byte TimestampByte = 0xff;

    /// <summary>Writes bytes as bin, or nil for null.</summary>
    /// <param name="value">The bytes; may be null.</param>
    public void Write(byte[]? value)
    {
        if (value is null)
        {
            WriteNil();
        }
        else
        {
            Write(value.AsSpan());
        }
    }

    /// <summary>Writes bytes as bin.</summary>
    /// <param name="value">The bytes.</param>
    public void Write(ReadOnlyMemory<byte> value) => Write(value.Span);

    /// <summary>Writes bytes as bin.</summary>
    /// <param name="value">The bytes.</param>
    public void Write(scoped ReadOnlySpan<byte> value)
    {
        WriteBinaryHeader(value.Length);
        WriteRaw(value);
    }

    /// <summary>Writes the header of a bin; that many bytes must follow.</summary>
    /// <param name="length">Length in bytes; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public void WriteBinaryHeader(int length)
    {
        if ((uint)length <= byte.MaxValue)
        {
            position += Put8(ref Reserve(2), MessagePackCode.Binary8, (byte)length);
        }
        else
        {
            WriteLength(length, MessagePackCode.Binary16, MessagePackCode.Binary32);
        }
    }

    /// <summary>Writes the header of an extension; that many bytes must follow.</summary>
    /// <param name="type">0 to 127 for applications; negative types belong to the specification.</param>
    /// <param name="length">Length of the data in bytes; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public void WriteExtensionHeader(sbyte type, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ref byte target = ref Reserve(6);
        position += length switch
        {
            1 => Put8(ref target, MessagePackCode.FixExtension1, unchecked((byte)type)),
            2 => Put8(ref target, MessagePackCode.FixExtension2, unchecked((byte)type)),
            4 => Put8(ref target, MessagePackCode.FixExtension4, unchecked((byte)type)),
            8 => Put8(ref target, MessagePackCode.FixExtension8, unchecked((byte)type)),
            16 => Put8(ref target, MessagePackCode.FixExtension16, unchecked((byte)type)),
            <= byte.MaxValue => Put8(ref target, MessagePackCode.Extension8, (byte)length),
            <= ushort.MaxValue => Put16(ref target, MessagePackCode.Extension16, (ushort)length),
            _ => Put32(ref target, MessagePackCode.Extension32, (uint)length),
        };
        if (length is not (1 or 2 or 4 or 8 or 16))
        {
            WriteCode(unchecked((byte)type));
        }
    }

    /// <summary>Writes an extension.</summary>
    /// <param name="type">0 to 127 for applications; negative types belong to the specification.</param>
    /// <param name="data">Its data.</param>
    public void WriteExtension(sbyte type, scoped ReadOnlySpan<byte> data)
    {
        WriteExtensionHeader(type, data.Length);
        WriteRaw(data);
    }

    /// <summary>Writes a timestamp extension (specification, "Timestamp extension type") in its smallest format.</summary>
    /// <param name="seconds">Seconds since 1970-01-01 00:00:00 UTC; may be negative.</param>
    /// <param name="nanoseconds">0 to 999,999,999, counted forward from the second.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nanoseconds"/> is a second or more.</exception>
    public void WriteTimestamp(long seconds, uint nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nanoseconds, 1_000_000_000u);
        ref byte target = ref Reserve(15);
        if (seconds >> 34 != 0)
        {
            Put8(ref target, MessagePackCode.Extension8, 12);
            // The code byte of each put is overwritten by, or is, the byte before its number.
            Put64(ref Unsafe.Add(ref target, 6), 0, unchecked((ulong)seconds));
            Put32(ref Unsafe.Add(ref target, 2), TimestampByte, nanoseconds);
            position += 15;
        }
        else if (nanoseconds == 0 && seconds <= uint.MaxValue)
        {
            Put32(ref Unsafe.Add(ref target, 1), TimestampByte, (uint)seconds);
            target = MessagePackCode.FixExtension4;
            position += 6;
        }
        else
        {
            Put64(ref Unsafe.Add(ref target, 1), TimestampByte, ((ulong)nanoseconds << 34) | (ulong)seconds);
            target = MessagePackCode.FixExtension8;
            position += 10;
        }
    }
}
