using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Writes the schema line of a parsed declaration (docs/schema.md).</summary>
internal sealed class SchemaText(ShapeParser shapes)
{
    // Types that mention each other have a text for every way from one to the next: a few of them would fill the memory.
    private const int MaxLength = 1_000_000;

    private readonly StringBuilder _text = new();
    private readonly Stack<(string Type, string Name)> _enclosing = new();

    // The member of the declaration itself that is being written.
    private ParsedMember? _own;

    /// <summary>The line; null where it is longer than anybody could read, which is reported at the member that leads there.</summary>
    public static string? Of(string kind, string name, int version, INamedTypeSymbol type, ShapeParser shapes, DeclarationSink sink)
    {
        var schema = new SchemaText(shapes);
        schema._text.Append(kind).Append(' ').Append(name).Append('@').Append(version.ToString(CultureInfo.InvariantCulture)).Append(' ');
        schema.AppendMembers(type);
        if (schema._text.Length <= MaxLength)
        {
            return schema._text.ToString();
        }

        sink.Report(ShapeProblem.LongShape, schema._own?.Candidate.Symbol.FindLocation(), type.Name, schema._own?.Name ?? "");
        return null;
    }

    private void AppendMembers(ITypeSymbol type)
    {
        _text.Append('(');
        AppendAll(shapes.MembersOf(type), member =>
        {
            _own = _enclosing.Count == 0 ? member : _own;
            _text.Append(member.Model.Key.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(member.Name).Append(": ");
            Append(member.Type, member.Formatter);
            if (member.SchemaDefault is not null)
            {
                _text.Append(" = ").Append(member.SchemaDefault);
            }
        });
        _text.Append(')');
    }

    private void Append(ITypeSymbol type) => Append(type, formatter: null);

    private void Append(ITypeSymbol type, AttributeData? formatter)
    {
        bool isNullableValue = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        ITypeSymbol bare = isNullableValue ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (shapes.WireTypeOf(bare, formatter) is { } wire)
        {
            Append(wire);
        }
        else
        {
            AppendNotNull(bare);
        }

        bool isNullable = isNullableValue || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        _text.Append(isNullable && _text[_text.Length - 1] != '?' ? "?" : "");
    }

    private void AppendNotNull(ITypeSymbol type)
    {
        switch (type)
        {
            case INamedTypeSymbol { EnumUnderlyingType: { } underlying } constants:
                AppendEnum(constants, underlying);
                break;
            case not null when Leaf.Find(type) is { } leaf:
                _text.Append(leaf.Schema);
                break;
            case IArrayTypeSymbol { Rank: > 1 } array:
                _text.Append("tuple<");
                AppendAll([.. Enumerable.Repeat("int32", array.Rank)], length => _text.Append(length));
                _text.Append(", ");
                AppendArguments("list", [array.ElementType]);
                _text.Append('>');
                break;
            case IArrayTypeSymbol array:
                AppendArguments("list", [array.ElementType]);
                break;
            case INamedTypeSymbol named when TupleForm.Find(named) is { } form:
                AppendArguments("tuple", form.Elements);
                break;
            case INamedTypeSymbol named when shapes.FindCollection(named) is { } collection:
                AppendArguments(collection.Form.Schema, collection.Form.Schema is "map"
                    ? [collection.Elements[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated), collection.Elements[1]]
                    : collection.Elements);
                break;
            default:
                AppendNamed(type!);
                break;
        }
    }

    private void AppendArguments(string name, IReadOnlyList<ITypeSymbol> arguments)
    {
        _text.Append(name).Append('<');
        AppendAll(arguments, Append);
        _text.Append('>');
    }

    private void AppendEnum(INamedTypeSymbol constants, INamedTypeSymbol underlying)
    {
        _text.Append("enum ").Append(constants.Name).Append(": ").Append(Leaf.Find(underlying)!.Schema).Append(" {");
        AppendAll([.. constants.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)], field =>
            _text.Append(field.Name).Append(" = ").Append(((IFormattable)field.ConstantValue!).ToString(null, CultureInfo.InvariantCulture)));
        _text.Append('}');
    }

    private void AppendNamed(ITypeSymbol type)
    {
        string code = type.ToBareCode();
        foreach ((string enclosing, string known) in _enclosing)
        {
            if (string.Equals(enclosing, code, StringComparison.Ordinal))
            {
                _text.Append("ref ").Append(known);
                return;
            }
        }

        // A name must mean one type at any place, or a reference inside would mean the wrong one.
        string name = type.Name;
        while (_enclosing.Any(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)))
        {
            name += "_";
        }

        _enclosing.Push((code, name));
        if (shapes.CasesOf(type) is { } cases)
        {
            AppendCases(name, cases);
        }
        else
        {
            _text.Append(name);
            AppendMembers(type);
        }

        _enclosing.Pop();
    }

    private void AppendCases(string name, IReadOnlyList<UnionCase> cases)
    {
        _text.Append("union ").Append(name).Append(" {");
        AppendAll(cases, entry =>
        {
            _text.Append(entry.Tag.ToString(CultureInfo.InvariantCulture)).Append(": ");
            Append(entry.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        });
        _text.Append('}');
    }

    private void AppendAll<T>(IReadOnlyList<T> items, Action<T> append)
    {
        for (int i = 0; i < items.Count && _text.Length <= MaxLength; i++)
        {
            _text.Append(i > 0 ? ", " : "");
            append(items[i]);
        }
    }
}
