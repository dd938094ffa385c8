using System.Globalization;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Reads upcasters.</summary>
internal sealed class UpcasterParser(IMethodSymbol method, Compilation compilation, KnownSymbols known, DeclarationSink sink)
{
    /// <summary>The upcaster; null when it is declined.</summary>
    public UpcasterModel? Parse()
    {
        if (CasterMethod.ReadSource(method, ShapeProblem.UpcasterSignature, known, sink, takesContext: true) is not { } source)
        {
            return null;
        }

        List<ITypeSymbol> parts = [.. PartsOf(method.ReturnType)];
        if (parts.Exists(part => EventOf(part) is not { } type || !known.IsEvent(type)))
        {
            sink.Report(ShapeProblem.UpcasterSignature, method.FindLocation(), method.Name);
            return null;
        }

        CasterMethod.CheckAssembly(method, parts.Select(EventOf).Prepend(source)!, compilation, sink);
        foreach (INamedTypeSymbol part in parts.Select(EventOf).OfType<INamedTypeSymbol>())
        {
            Check(source, part);
        }

        return sink.HasDeclined ? null : ToModel(source, parts, known, CasterMethod.ToCall(method), method.Parameters.Length == 2);
    }

    /// <summary>What a result consists of.</summary>
    public static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol result) =>
        result is INamedTypeSymbol { IsTupleType: true, TupleElements.Length: > 1 } tuple ? tuple.TupleElements.Select(element => element.Type) : [result];

    /// <summary>The event of a part, without its question mark.</summary>
    public static INamedTypeSymbol? EventOf(ITypeSymbol part) =>
        part is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] as INamedTypeSymbol : part as INamedTypeSymbol;

    public static UpcasterModel ToModel(INamedTypeSymbol source, IReadOnlyList<ITypeSymbol> parts, KnownSymbols known, string call, bool takesContext)
    {
        // Without the names of the tuple's elements, which mean nothing here.
        string result = string.Join(", ", parts.Select(part => part.ToCode()));
        return new()
        {
            Source = source.ToBareCode(),
            SourceName = EventIdentity.NameOf(source, known),
            SourceVersion = EventIdentity.VersionOf(source, known),
            Result = parts.Count > 1 ? $"({result})" : result,
            Parts = new(parts.Select(part => new UpcastPartModel(EventOf(part)!.ToBareCode(), !part.IsValueType || !part.Is(EventOf(part))))),
            Call = call,
            TakesContext = takesContext,
        };
    }

    private void Check(INamedTypeSymbol source, INamedTypeSymbol part)
    {
        string name = EventIdentity.NameOf(source, known);
        int from = EventIdentity.VersionOf(source, known);
        int to = EventIdentity.VersionOf(part, known);
        if (to <= from && string.Equals(name, EventIdentity.NameOf(part, known), StringComparison.Ordinal))
        {
            sink.Report(
                ShapeProblem.VersionNotRising, method.FindLocation(), method.Name, name, from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture));
        }
        else if (!AccessibilityDomain.Covers(source, part))
        {
            sink.Report(ShapeProblem.OlderLessAccessible, method.Parameters[0].FindLocation(), source.ToMessage(), part.ToMessage());
        }
    }
}
