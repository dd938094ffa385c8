using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Daybook.MessagePack;

/// <summary>
/// UTF-8 that also carries lone surrogates, each as the three bytes its code point would have (WTF-8). A pair is always the four bytes of
/// UTF-8 and never twice three, so every string has one encoding and every encoding one string.
/// </summary>
internal static class Wtf8
{
    /// <summary>Encodes; <paramref name="target"/> must hold three bytes per char.</summary>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> target)
    {
        int total = 0;
        while (true)
        {
            var status = Utf8.FromUtf16(text, target, out int read, out int written, replaceInvalidSequences: false);
            total += written;
            if (status == OperationStatus.Done)
            {
                return total;
            }

            char surrogate = text[read];
            target[written] = (byte)(0xe0 | (surrogate >> 12));
            target[written + 1] = (byte)(0x80 | ((surrogate >> 6) & 0x3f));
            target[written + 2] = (byte)(0x80 | (surrogate & 0x3f));
            total += 3;
            target = target[(written + 3)..];
            text = text[(read + 1)..];
        }
    }

    /// <summary>Decodes bytes that are not valid UTF-8; null when they are not WTF-8 either.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> units = stackalloc char[2];
        bool afterHigh = false;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out int consumed) == OperationStatus.Done)
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
                bytes = bytes[consumed..];
                afterHigh = false;
                continue;
            }

            if (bytes.Length < 3 || bytes[0] != 0xed || (bytes[1] & 0xe0) != 0xa0 || (bytes[2] & 0xc0) != 0x80)
            {
                return null;
            }

            char surrogate = (char)(0xd000 | ((bytes[1] & 0x3f) << 6) | (bytes[2] & 0x3f));
            if (afterHigh && char.IsLowSurrogate(surrogate))
            {
                return null;
            }

            afterHigh = char.IsHighSurrogate(surrogate);
            text.Append(surrogate);
            bytes = bytes[3..];
        }

        return text.ToString();
    }
}
