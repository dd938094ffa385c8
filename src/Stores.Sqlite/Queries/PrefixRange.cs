using Daybook.MessagePack;

namespace Daybook.Stores.Sqlite;

/// <summary>The ids that start with a text, as a range of bytes: from <see cref="Start"/> on, before <see cref="End"/>.</summary>
internal sealed record PrefixRange(byte[] Start, byte[] End)
{
    internal static PrefixRange Of(string prefix)
    {
        // Half a pair at the end is the start of all pairs that begin with it.
        bool endsInHalf = prefix is [.., var last] && char.IsHighSurrogate(last);
        byte[] start = Bytes(endsInHalf ? prefix + '\uDC00' : prefix);
        byte[] end = Bytes(endsInHalf ? prefix + '\uDFFF' : prefix);

        // No text holds the byte FF, so every continuation of the prefix is less.
        return new(start, [.. end, 0xFF]);
    }

    internal static byte[] Bytes(string text)
    {
        byte[] bytes = new byte[text.Length * 3];
        return bytes[..Wtf8.Encode(text, bytes)];
    }
}
