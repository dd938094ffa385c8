using System.Globalization;
using System.Text;

namespace Daybook.Generator.Parsing;

/// <summary>
/// Strings and characters as C# writes them (docs/schema.md, grammar). The compiler's own way asks the machine's Unicode tables which
/// characters are assigned, and those differ; here only what never changes decides.
/// </summary>
internal static class QuotedText
{
    public static string Of(string text, char quote)
    {
        var quoted = new StringBuilder().Append(quote);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
            {
                quoted.Append(text, i++, 2);
            }
            else
            {
                Append(quoted, text[i], quote);
            }
        }

        return quoted.Append(quote).ToString();
    }

    private static void Append(StringBuilder quoted, char character, char quote)
    {
        const string Named = "\0\a\b\f\n\r\t\v\\";
        int name = Named.IndexOf(character);
        if (name >= 0)
        {
            quoted.Append('\\').Append("0abfnrtv\\"[name]);
        }
        else if (character == quote)
        {
            quoted.Append('\\').Append(character);
        }
        else if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or >= '\ufffe')
        {
            quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            quoted.Append(character);
        }
    }
}
