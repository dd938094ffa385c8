using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
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

    /// <summary>Gives the text of a JSON string, halves of surrogate pairs included; false when its bytes are no UTF-8.</summary>
    public static bool TryGetText(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(json);
            text = Utf8.IsValid(raw) ? Unquote(Encoding.UTF8.GetString(raw)) : null;
            return text is not null;
        }
    }

    /// <summary>Gives the name of a property; false when it holds half a surrogate pair.</summary>
    public static bool TryGetName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }

    /// <summary>What stands between the quotes of a text that is known to be well quoted, as JSON or a schema line has it.</summary>
    public static string Unquote(string quoted)
    {
        var text = new StringBuilder();
        for (int i = 1; i < quoted.Length - 1; i++)
        {
            char c = quoted[i];
            if (c == '\\')
            {
                c = quoted[++i];
                (c, int more) = c switch
                {
                    '0' => ('\0', 0),
                    'a' => ('\a', 0),
                    'b' => ('\b', 0),
                    'f' => ('\f', 0),
                    'n' => ('\n', 0),
                    'r' => ('\r', 0),
                    't' => ('\t', 0),
                    'v' => ('\v', 0),
                    'u' => ((char)ushort.Parse(quoted.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture), 4),
                    _ => (c, 0),
                };
                i += more;
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The text with U+FFFD for every lone surrogate, for property names, where escapes cannot be written raw.</summary>
    public static string WellFormed(string text) => IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
