using System.Text.Unicode;

namespace Daybook.MessagePack;

/// <summary>Takes the blanks out of JSON text that a parser has accepted, and the comments and trailing commas it may have been told to accept.</summary>
internal static class CompactJson
{
    public static int Copy(ReadOnlySpan<byte> json, Span<byte> target)
    {
        if (!Utf8.IsValid(json))
        {
            throw new ArgumentException("The JSON text is not valid UTF-8.", nameof(json));
        }

        int length = 0;
        int depth = 0;
        while (!json.IsEmpty)
        {
            int taken = 1;
            switch (json[0])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    break;
                case (byte)'/':
                    taken = CommentLength(json);
                    break;
                case (byte)'"':
                    taken = StringLength(json);
                    json[..taken].CopyTo(target[length..]);
                    length += taken;
                    break;
                case (byte)'{' or (byte)'[':
                    if (++depth > MessagePackCode.MaxDepth)
                    {
                        throw new MessagePackDepthException($"The JSON is nested more than {MessagePackCode.MaxDepth} levels deep; flatten it.");
                    }

                    target[length++] = json[0];
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    // A comma can stand here only as the last byte outside a string: strings end with a quote.
                    length -= target[length - 1] == ',' ? 1 : 0;
                    target[length++] = json[0];
                    break;
                default:
                    target[length++] = json[0];
                    break;
            }

            json = json[taken..];
        }

        return length;
    }

    private static int StringLength(ReadOnlySpan<byte> json)
    {
        int end = 1;
        while (json[end] != '"')
        {
            end += json[end] == '\\' ? 2 : 1;
        }

        return end + 1;
    }

    private static int CommentLength(ReadOnlySpan<byte> json)
    {
        if (json[1] == '*')
        {
            return json[2..].IndexOf("*/"u8) + 4;
        }

        int end = json.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? json.Length : end;
    }
}
