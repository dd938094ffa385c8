using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Schema;

/// <summary>Reads a schema line. Strict to the blank, so that a line and its tree are one to one (docs/schema.md has the grammar).</summary>
internal sealed partial class SchemaParser
{
    private readonly string text;
    private readonly Stack<WireType.Placeholder> enclosing = new();
    private int position;

    private SchemaParser(string text) => this.text = text;

    public static (RecordKind Kind, string Name, int Version, WireType Record) Parse(string text)
    {
        var parser = new SchemaParser(text);
        parser.CheckCharacters();
        var kind = parser.TryTake("event ") ? RecordKind.Event : parser.TryTake("state ") ? RecordKind.State : throw parser.Wrong("'event ' or 'state '");
        string name = parser.TakeWhile(static c => c != '@' && !char.IsWhiteSpace(c), "a name");
        parser.Take("@");
        int version = parser.TakeNumber();
        parser.Take(" ");
        var record = new WireType(WireKind.Record) { Name = name, Members = parser.TakeMembers() };
        return parser.position == text.Length ? (kind, name, version, record) : throw parser.Wrong("the end of the line");
    }

    private ImmutableArray<WireMember> TakeMembers()
    {
        var members = ImmutableArray.CreateBuilder<WireMember>();
        Take("(");
        while (!TryTake(")"))
        {
            if (members.Count > 0)
            {
                Take(", ");
            }

            int start = position;
            int key = TakeNumber();
            if (members.Count > 0 && key <= members[^1].Key)
            {
                throw new SchemaFormatException("Keys must rise", start);
            }

            Take(" ");
            string name = TakeName();
            Take(": ");
            var type = TakeType();
            members.Add(new(key, name, type, TryTake(" = ") ? TakeDefault() : null));
        }

        return members.DrainToImmutable();
    }

    private string TakeDefault()
    {
        int start = position;
        if (position < text.Length && text[position] is '"' or '\'')
        {
            TakeQuoted(text[position]);
            return text[start..position];
        }

        return TakeWhile(static c => c is not (',' or '(' or ')' or '"' or '\'') && !char.IsWhiteSpace(c), "a default");
    }

    private void TakeQuoted(char quote)
    {
        int start = position++;
        while (position < text.Length && text[position] != quote)
        {
            position += text[position] == '\\' ? 2 : 1;
        }

        if (position >= text.Length)
        {
            throw new SchemaFormatException("The quote is not closed", start);
        }

        position++;
    }

    private string TakeName()
        => TakeWhile(static c => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c) || IsNamePart(c), "a name");

    // What C# allows inside an identifier beside letters and digits: marks, connectors, format characters.
    private static bool IsNamePart(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;

    private int TakeNumber()
    {
        int start = position;
        string digits = TakeWhile(char.IsAsciiDigit, "a number");
        return (digits is "0" || digits[0] != '0') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new SchemaFormatException("The number is too large or has leading zeros", start);
    }

    private string TakeWhile(Func<char, bool> belongs, string expected)
    {
        int start = position;
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return position > start ? text[start..position] : throw Wrong(expected);
    }

    private bool TryTake(string expected)
    {
        if (string.CompareOrdinal(text, position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        position += expected.Length;
        return true;
    }

    private void Take(string expected)
    {
        if (!TryTake(expected))
        {
            throw Wrong($"'{expected}'");
        }
    }

    private SchemaFormatException Wrong(string expected) => new($"Expected {expected}", position);

    // One line of well-formed text, or its UTF-8 and so its fingerprint would not be defined.
    private void CheckCharacters()
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] is '\u2028' or '\u2029')
            {
                throw new SchemaFormatException("Control characters, line ends and lone surrogates must be written as escapes", i);
            }
        }
    }
}
