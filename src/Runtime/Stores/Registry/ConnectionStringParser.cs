using System.Collections.Immutable;
using System.Text;

namespace Daybook.Stores;

/// <summary>Reads <c>scheme:path?option=value&amp;option=value</c>.</summary>
internal static class ConnectionStringParser
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly ImmutableSortedDictionary<string, string> NoOptions =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    internal static ConnectionString Parse(string text)
    {
        // One letter before a colon is a drive of Windows.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !IsScheme(text.AsSpan(0, colon)))
        {
            throw new InvalidConnectionStringException(
                "A connection string starts with a scheme, such as memory: or file:./events; for a directory of files write file: in front of it.");
        }

        int question = text.IndexOf('?', colon);
        string path = question < 0 ? text[(colon + 1)..] : text[(colon + 1)..question];
        ImmutableSortedDictionary<string, string> options = question < 0 ? NoOptions : ParseOptions(text[(question + 1)..]);
        return new(text, text[..colon].ToLowerInvariant(), Decode(path, "path"), options);
    }

    /// <summary>Whether a text can be a scheme: a letter, then letters, digits, <c>+</c>, <c>-</c> or <c>.</c>, at least two of them.</summary>
    internal static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return text.Length >= 2 && char.IsAsciiLetter(text[0]);
    }

    private static ImmutableSortedDictionary<string, string> ParseOptions(string text)
    {
        ImmutableSortedDictionary<string, string>.Builder options = NoOptions.ToBuilder();
        foreach (string part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new InvalidConnectionStringException("Every option of a connection string has a name and a value: write name=value, with & between options.");
            }

            string name = Decode(part[..equals], "name of an option");
            if (!options.TryAdd(name, Decode(part[(equals + 1)..], $"option '{name}'")))
            {
                throw new InvalidConnectionStringException($"The connection string has the option '{name}' twice; write it once.");
            }
        }

        return options.ToImmutable();
    }

    private static string Decode(string text, string what)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                int length = char.IsHighSurrogate(text[i]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, Math.Min(length, text.Length - i)));
                i += length - 1;
                continue;
            }

            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                throw new InvalidConnectionStringException($"In the {what} of the connection string a '%' has no two hexadecimal digits behind it; write %25 for the character itself.");
            }

            bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            i += 2;
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidConnectionStringException($"In the {what} of the connection string the bytes behind '%' are no UTF-8.", exception);
        }
    }
}
