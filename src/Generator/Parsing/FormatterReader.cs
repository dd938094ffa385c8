using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Finds out what a formatter turns a type into.</summary>
internal static class FormatterReader
{
    /// <summary>The type that is recorded; null when the formatter is not one for the type.</summary>
    public static ITypeSymbol? Read(ITypeSymbol type, AttributeData attribute, KnownSymbols known, IDiagnosticSink sink, CancellationToken cancellationToken)
    {
        if (attribute.IsBroken() || attribute.ConstructorArguments.Length != 1)
        {
            return null;
        }

        Location? place = attribute.ArgumentLocation(0, cancellationToken);
        string name = (attribute.ConstructorArguments[0].Value as ISymbol)?.ToMessage() ?? "null";
        INamedTypeSymbol? formatter = FormatterOf(attribute);
        if (formatter is not null && (formatter.IsUnboundGenericType || formatter.ContainingTypes().Any(container => container.IsUnboundGenericType)))
        {
            sink.Report(ShapeProblem.OpenFormatter, place, name);
            return null;
        }

        List<INamedTypeSymbol> contracts = formatter is { TypeKind: TypeKind.Class or TypeKind.Struct, IsRefLikeType: false }
            ? [.. formatter.AllInterfaces.Where(contract => contract.OriginalDefinition.Is(known.FormatterInterface) && contract.TypeArguments[0].Is(type))]
            : [];
        if (contracts.Count == 1)
        {
            return contracts[0].TypeArguments[1];
        }

        sink.Report(contracts.Count == 0 ? ShapeProblem.NotAFormatter : ShapeProblem.AmbiguousFormatter, place, name, type.ToMessage());
        return null;
    }

    public static INamedTypeSymbol? FormatterOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as INamedTypeSymbol : null;
}
