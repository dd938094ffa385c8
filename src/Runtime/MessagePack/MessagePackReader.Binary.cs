using System.Buffers.Binary;

namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>Reads bin or nil.</summary>
    /// <returns>A copy of the bytes, or null for nil.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public byte[]? ReadBytes() => TryReadNil() ? null : ReadBinarySpan().ToArray();

    /// <summary>Reads bin.</summary>
    /// <returns>A copy of the bytes.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, nil too.</exception>
    public byte[] ReadRequiredBytes() => ReadBinarySpan().ToArray();

    /// <summary>Reads bin; nil is taken as no bytes.</summary>
    /// <returns>A copy of the bytes.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public ReadOnlyMemory<byte> ReadMemory() => ReadBytes();

    /// <summary>Reads bin without copying it.</summary>
    /// <returns>Its bytes; they live as long as the span that is read.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, nil too.</exception>
    public ReadOnlySpan<byte> ReadBinarySpan()
    {
        int start = position;
        return TakeData(ReadLongLength(MessagePackCode.Binary8, "bytes"), start);
    }

    /// <summary>Reads the header of an extension; <see cref="ReadData"/> with its length reads the rest.</summary>
    /// <returns>Type and length; the length is at most the number of bytes left.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or fewer bytes are left than the extension has.</exception>
    public MessagePackExtensionHeader ReadExtensionHeader()
    {
        int start = position;
        byte code = PeekCode();
        uint length = code switch
        {
            >= MessagePackCode.FixExtension1 and <= MessagePackCode.FixExtension16 => 1u << (code - MessagePackCode.FixExtension1),
            >= MessagePackCode.Extension8 and <= MessagePackCode.Extension32 => ReadLongLength(MessagePackCode.Extension8, "an extension"),
            _ => throw Unexpected("an extension", start),
        };
        if (code >= MessagePackCode.FixExtension1)
        {
            position++;
        }

        byte type = TakeData(1, start)[0];
        return length <= (uint)Remaining ? new(unchecked((sbyte)type), (int)length) : throw TooShort(start);
    }

    /// <summary>Takes bytes as they stand: the data of an extension.</summary>
    /// <param name="length">Number of bytes; not negative.</param>
    /// <returns>The bytes; they live as long as the span that is read.</returns>
    /// <exception cref="MessagePackFormatException">Fewer bytes are left.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public ReadOnlySpan<byte> ReadData(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return TakeData((uint)length, position);
    }

    /// <summary>Reads a timestamp extension in any of its three formats.</summary>
    /// <param name="seconds">Seconds since 1970-01-01 00:00:00 UTC; may be negative.</param>
    /// <param name="nanoseconds">0 to 999,999,999, counted forward from the second.</param>
    /// <exception cref="MessagePackFormatException">Something else is next, or a second's worth of nanoseconds or more.</exception>
    public void ReadTimestamp(out long seconds, out uint nanoseconds)
    {
        int start = position;
        var header = ReadExtensionHeader();
        if (header.Type != MessagePackCode.Timestamp || header.Length is not (4 or 8 or 12))
        {
            throw new MessagePackFormatException($"Expected a timestamp, found an extension of type {header.Type} and {header.Length} bytes.", start);
        }

        var data = TakeData((uint)header.Length, start);
        switch (header.Length)
        {
            case 4:
                (seconds, nanoseconds) = (BinaryPrimitives.ReadUInt32BigEndian(data), 0);
                break;
            case 8:
                ulong both = BinaryPrimitives.ReadUInt64BigEndian(data);
                (seconds, nanoseconds) = ((long)(both & 0x3_ffff_ffff), (uint)(both >> 34));
                break;
            default:
                (seconds, nanoseconds) = (BinaryPrimitives.ReadInt64BigEndian(data[4..]), BinaryPrimitives.ReadUInt32BigEndian(data));
                break;
        }

        if (nanoseconds >= 1_000_000_000)
        {
            throw OutOfRange(start);
        }
    }
}
