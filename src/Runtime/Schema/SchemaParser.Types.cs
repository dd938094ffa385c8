using System.Collections.Immutable;

namespace Daybook.Schema;

internal sealed partial class SchemaParser
{
    /// <summary>Deeper than any payload may be, and shallow enough for the stack.</summary>
    private const int MaxDepth = 256;

    private int depth;

    private WireType TakeType()
    {
        if (++depth > MaxDepth)
        {
            throw new SchemaFormatException("Types are nested too deep", position);
        }

        var type = TakeNotNull();
        depth--;
        return TryTake("?") ? type(true) : type(false);
    }

    private Func<bool, WireType> TakeNotNull()
    {
        string word = TakeName();
        switch (word)
        {
            case "list" or "set" when TryTake("<"):
                return Composite(word is "list" ? WireKind.List : WireKind.Set, TakeArguments(1, 1));
            case "map" when TryTake("<"):
                return Composite(WireKind.Map, TakeArguments(2, 2));
            case "tuple" when TryTake("<"):
                return Composite(WireKind.Tuple, TakeArguments(1, int.MaxValue));
            case "enum" when TryTake(" "):
                return TakeEnum();
            case "union" when TryTake(" "):
                return TakeUnion();
            case "ref" when TryTake(" "):
                return TakeReference();
        }

        if (position < text.Length && text[position] == '(')
        {
            return TakeRecord(word);
        }

        return SchemaNames.IsScalar(word, out var kind)
            ? nullable => new(kind) { IsNullable = nullable, Underlying = kind }
            : throw new SchemaFormatException($"'{word}' is no type", position - word.Length);
    }

    private static Func<bool, WireType> Composite(WireKind kind, ImmutableArray<WireType> arguments)
        => nullable => new(kind) { IsNullable = nullable, Underlying = kind, Arguments = arguments };

    private ImmutableArray<WireType> TakeArguments(int minimum, int maximum)
    {
        var arguments = ImmutableArray.CreateBuilder<WireType>();
        do
        {
            arguments.Add(TakeType());
        }
        while (arguments.Count < maximum && TryTake(", "));
        Take(">");
        return arguments.Count >= minimum ? arguments.DrainToImmutable() : throw Wrong($"{minimum} type arguments");
    }

    private Func<bool, WireType> TakeRecord(string name)
    {
        var placeholder = new WireType.Placeholder(name);
        enclosing.Push(placeholder);
        var members = TakeMembers();
        enclosing.Pop();
        return nullable =>
        {
            var record = new WireType(WireKind.Record) { IsNullable = nullable, Underlying = WireKind.Record, Name = name, Members = members };
            placeholder.Type = record;
            return record;
        };
    }

    private Func<bool, WireType> TakeReference()
    {
        int start = position;
        string name = TakeName();
        var target = enclosing.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal))
            ?? throw new SchemaFormatException($"No enclosing record or union is named '{name}'", start);
        return nullable => new(WireKind.Reference) { IsNullable = nullable, Underlying = WireKind.Reference, Name = name, Enclosing = target };
    }

    private Func<bool, WireType> TakeEnum()
    {
        string name = TakeName();
        Take(": ");
        if (!SchemaNames.IsScalar(TakeName(), out var underlying) || !SchemaNames.Range(underlying, out var minimum, out var maximum))
        {
            throw Wrong("an integer type");
        }

        var constants = ImmutableArray.CreateBuilder<WireConstant>();
        Take(" {");
        while (!TryTake("}"))
        {
            if (constants.Count > 0)
            {
                Take(", ");
            }

            string constant = TakeName();
            Take(" = ");
            constants.Add(new(constant, TakeInteger(minimum, maximum)));
        }

        return nullable => new(WireKind.Enum) { IsNullable = nullable, Underlying = underlying, Name = name, Constants = constants.ToImmutable() };
    }

    private Func<bool, WireType> TakeUnion()
    {
        string name = TakeName();
        var placeholder = new WireType.Placeholder(name);
        enclosing.Push(placeholder);
        var cases = ImmutableArray.CreateBuilder<WireCase>();
        Take(" {");
        while (!TryTake("}"))
        {
            if (cases.Count > 0)
            {
                Take(", ");
            }

            int start = position;
            int tag = (int)TakeInteger(int.MinValue, int.MaxValue);
            if (cases.Count > 0 && tag <= cases[^1].Tag)
            {
                throw new SchemaFormatException("Tags must rise", start);
            }

            Take(": ");
            cases.Add(new(tag, TakeType()));
        }

        enclosing.Pop();
        return nullable =>
        {
            var union = new WireType(WireKind.Union) { IsNullable = nullable, Underlying = WireKind.Union, Name = name, Cases = cases.ToImmutable() };
            placeholder.Type = union;
            return union;
        };
    }

    private Int128 TakeInteger(Int128 minimum, Int128 maximum)
    {
        int start = position;
        bool negative = TryTake("-");
        string digits = TakeWhile(char.IsAsciiDigit, "a number");
        bool canonical = digits is "0" ? !negative : digits[0] != '0' && digits.Length <= 20;
        Int128 value = canonical ? Int128.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;
        value = negative ? -value : value;
        return canonical && value >= minimum && value <= maximum
            ? value
            : throw new SchemaFormatException("The number is out of range or not in its shortest form", start);
    }
}
