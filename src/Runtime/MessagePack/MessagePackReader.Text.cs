using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>Reads str or nil.</summary>
    /// <returns>The text, or null for nil.</returns>
    /// <exception cref="MessagePackFormatException">
    /// Something else is next, or bytes that are neither UTF-8 nor WTF-8. Two surrogates that make a pair must be the four bytes of UTF-8.
    /// </exception>
    public string? ReadString() => TryReadNil() ? null : ReadRequiredString();

    /// <summary>Reads str.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="MessagePackFormatException">
    /// Something else is next (nil too), or bytes that are neither UTF-8 nor WTF-8. Two surrogates that make a pair must be the four bytes of UTF-8.
    /// </exception>
    public string ReadRequiredString()
    {
        int start = position;
        var bytes = ReadStringSpan();
        return ShortAscii.TryWiden(bytes) ?? Decode(bytes, start);
    }

    /// <summary>Reads str without decoding it.</summary>
    /// <returns>Its bytes, not checked to be UTF-8; they live as long as the span that is read.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, nil too.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadStringSpan()
    {
        int start = position;
        uint length = (uint)PeekCode() - MessagePackCode.FixString;
        if (length < 32)
        {
            position++;
        }
        else
        {
            length = ReadLongLength(MessagePackCode.String8, "a text");
        }

        return TakeData(length, start);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, int start)
    {
        string? text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Wtf8.Decode(bytes);
        return text ?? throw new MessagePackFormatException("The text is not UTF-8.", start);
    }

    private uint ReadLongLength(byte code8, string expected)
    {
        uint kind = (uint)PeekCode() - code8;
        return kind switch
        {
            0 => Take8(),
            1 => Take16(),
            2 => Take32(),
            _ => throw Unexpected(expected, position),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> TakeData(uint length, int start)
    {
        if (length > (uint)Remaining)
        {
            throw TooShort(start);
        }

        var data = span.Slice(position, (int)length);
        position += (int)length;
        return data;
    }
}
