using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Daybook.MessagePack;

namespace Daybook.Schema;

internal static class JsonText
{
    /// <summary>Reads a json value, which is str, without building a document.</summary>
    public static ReadOnlySpan<byte> Read(ref MessagePackReader reader)
    {
        int start = reader.Position;
        var text = reader.ReadStringSpan();
        try
        {
            var json = new Utf8JsonReader(text);
            while (json.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            throw new MessagePackFormatException("The text is not one JSON value.", start, exception);
        }

        return Utf8.IsValid(text) ? text : throw new MessagePackFormatException("The text is not UTF-8.", start);
    }

    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>A JSON string in which everything but letters, digits and blanks of ASCII is an escape.</summary>
    public static string Escape(string text)
    {
        var json = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == ' ')
            {
                json.Append(c);
            }
            else
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        return json.Append('"').ToString();
    }

    /// <summary>The text with U+FFFD for every lone surrogate, for property names, where escapes cannot be written raw.</summary>
    public static string WellFormed(string text) => IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
