using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class ShapeParser
{
    private readonly Dictionary<string, ITypeSymbol> _wireTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>How many records and unions are open: only they can be referred to in a schema.</summary>
    private int _nesting;

    /// <summary>What is recorded in place of a type; null when the type itself is.</summary>
    public ITypeSymbol? WireTypeOf(ITypeSymbol type, AttributeData? formatter) =>
        (formatter ?? FormatterOn(type)) is { } attribute && _wireTypes.TryGetValue(FormatterKey(type, attribute), out ITypeSymbol? wire) ? wire : null;

    private AttributeData? FormatterOn(ITypeSymbol type) => known.Formatter is null ? null : type.FindAttribute(known.Formatter);

    private static string FormatterKey(ITypeSymbol type, AttributeData formatter) =>
        $"{type.ToBareCode()} by {FormatterReader.FormatterOf(formatter)?.ToCode()}";

    // A type that formatters alone lead back to has no end in a schema.
    private bool IsLoop(string key, ITypeSymbol type, ISymbol member, Location? location)
    {
        if (!_open.TryGetValue(key, out int nesting) || nesting != _nesting)
        {
            return false;
        }

        sink.Report(ShapeProblem.FormatterLoop, location, member.ToMessage(), type.ToMessage());
        return true;
    }

    /// <summary>Takes up a type with a formatter; gives its helper's name, or null when it is declined.</summary>
    private string? ParseFormatted(ITypeSymbol type, AttributeData attribute, bool isOnType, Location? location)
    {
        string key = FormatterKey(type, attribute);
        if (IsLoop(key, type, FormatterReader.FormatterOf(attribute)!, location))
        {
            return null;
        }

        if (_composites.TryGetValue(key, out Composite? done))
        {
            return done?.Helper;
        }

        IDiagnosticSink problems = isOnType ? SinkFor(type, location) : new RelocatingSink(sink, location);
        if (FormatterReader.Read(type, attribute, known, problems, cancellationToken) is not { } wire)
        {
            sink.Decline();
            return null;
        }

        INamedTypeSymbol formatter = FormatterReader.FormatterOf(attribute)!;
        if (!IsVisible(formatter))
        {
            sink.Report(ShapeProblem.HiddenFormatter, location, formatter.ToMessage(), self.Name);
            return null;
        }

        string helper = Unique($"{HelperName(type)}By{formatter.Name}");
        _composites[key] = new FormatterComposite { Helper = helper, Type = type.ToBareCode(), IsValueType = type.IsValueType, Formatter = "", Wire = null! };
        _order.Add(key);
        _wireTypes[key] = wire;
        _open.Add(key, _nesting);
        WireValue? value = Parse(wire, formatter, location);
        _open.Remove(key);
        _composites[key] = value is null ? null : new FormatterComposite
        {
            Helper = helper,
            Type = type.ToBareCode(),
            IsValueType = type.IsValueType,
            Formatter = formatter.ToCode(),
            Wire = value,
        };
        return _composites[key]?.Helper;
    }
}
