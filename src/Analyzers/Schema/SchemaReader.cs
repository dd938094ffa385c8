using System.Globalization;

namespace Daybook.Analyzers.Schema;

/// <summary>
/// Reads the types of a schema line. It is more lenient than the runtime's parser: what matters here is to say what has
/// changed, and a line that it misunderstands differs from the declaration's.
/// </summary>
internal sealed class SchemaReader
{
    private const int MaxDepth = 256;

    private readonly string _text;
    private int _position;
    private int _depth;

    private SchemaReader(string text, int start)
    {
        _text = text;
        _position = start;
    }

    /// <summary>Reads the members of a line.</summary>
    /// <returns>The record, or null and the place that cannot be read; the place is negative when all could.</returns>
    public static (SchemaNode? Record, int Error) Read(string line, int start)
    {
        var reader = new SchemaReader(line, start);
        try
        {
            var record = new SchemaNode { Word = SchemaNode.Record, Parts = reader.TakeMembers() };
            return reader._position == line.Length ? (record, -1) : (null, reader._position);
        }
        catch (FormatException)
        {
            return (null, reader._position);
        }
    }

    private List<SchemaPart> TakeMembers() => TakeAll("(", ")", () =>
    {
        int key = TakeNumber();
        Take(" ");
        string name = TakeWord();
        Take(": ");
        return new SchemaPart(key, name, TakeType(), TryTake(" = ") ? TakeDefault() : null);
    });

    private SchemaNode TakeType()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException();
        }

        SchemaNode type = TakeNotNull();
        _depth--;
        return TryTake("?") ? type with { IsNullable = true } : type;
    }

    private SchemaNode TakeNotNull()
    {
        string word = TakeWord();
        if (Peek() == '(')
        {
            return new() { Word = SchemaNode.Record, Name = word, Parts = TakeMembers() };
        }

        if (Peek() == '<')
        {
            int position = 0;
            return new() { Word = word, Parts = TakeAll("<", ">", () => new SchemaPart(position++, "", TakeType())) };
        }

        return word switch
        {
            SchemaNode.Enum when TryTake(" ") => TakeEnum(),
            SchemaNode.Union when TryTake(" ") => new()
            {
                Word = SchemaNode.Union,
                Name = TakeWord(),
                Parts = TakeAll(" {", "}", () =>
                {
                    int tag = TakeNumber();
                    Take(": ");
                    return new SchemaPart(tag, "", TakeType());
                }),
            },
            SchemaNode.Reference when TryTake(" ") => new() { Word = SchemaNode.Reference, Name = TakeWord() },
            _ => new() { Word = word },
        };
    }

    private SchemaNode TakeEnum()
    {
        string name = TakeWord();
        Take(": ");
        return new()
        {
            Word = SchemaNode.Enum,
            Name = name,
            Underlying = TakeWord(),
            Constants = TakeAll(" {", "}", () =>
            {
                string constant = TakeWord();
                Take(" = ");
                return new SchemaConstant(constant, TakeWhile(static c => c is '-' or (>= '0' and <= '9')));
            }),
        };
    }

    private string TakeDefault()
    {
        int start = _position;
        if (Peek() is not ('"' or '\''))
        {
            return TakeWhile(static c => c is not (',' or '(' or ')' or ' '));
        }

        char quote = Peek();
        for (_position++; Peek() != quote; _position++)
        {
            _position += Peek() switch
            {
                '\\' => 1,
                '\0' => throw new FormatException(),
                _ => 0,
            };
        }

        _position++;
        return _text.Substring(start, _position - start);
    }

    private List<T> TakeAll<T>(string open, string close, Func<T> take)
    {
        var items = new List<T>();
        Take(open);
        while (!TryTake(close))
        {
            if (items.Count > 0)
            {
                Take(", ");
            }

            items.Add(take());
        }

        return items;
    }

    private int TakeNumber()
    {
        int start = _position;
        string digits = TakeWhile(static c => c is '-' or (>= '0' and <= '9'));
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            _position = start;
            throw new FormatException();
        }

        return number;
    }

    private string TakeWord() => TakeWhile(static c => c is not (' ' or ',' or ':' or '(' or ')' or '<' or '>' or '{' or '}' or '?' or '"' or '\''));

    private string TakeWhile(Func<char, bool> belongs)
    {
        int start = _position;
        while (_position < _text.Length && belongs(_text[_position]))
        {
            _position++;
        }

        return _position > start ? _text.Substring(start, _position - start) : throw new FormatException();
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private void Take(string expected)
    {
        if (!TryTake(expected))
        {
            throw new FormatException();
        }
    }

    private bool TryTake(string expected)
    {
        bool isThere = string.CompareOrdinal(_text, _position, expected, 0, expected.Length) == 0;
        _position += isThere ? expected.Length : 0;
        return isThere;
    }
}
