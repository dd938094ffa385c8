using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>Questions to symbols.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type as generated code writes it.</summary>
    public static string ToCode(this ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>The type as generated code writes it where a question mark behind it would be wrong.</summary>
    public static string ToBareCode(this ITypeSymbol type) =>
        type.IsValueType ? type.ToCode() : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToCode();

    /// <summary>Namespace and metadata name of a type that stands in no other: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string ToMetadataName(this INamedTypeSymbol type) => $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    /// <summary>The type as a message writes it.</summary>
    public static string ToMessage(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    public static bool Is(this ISymbol? symbol, ISymbol? other) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, other);

    public static AttributeData? FindAttribute(this ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass.Is(attribute));

    /// <summary>Whether using it is an error, which no pragma in generated code could turn off.</summary>
    public static bool IsObsoleteError(this ISymbol symbol) => symbol.GetAttributes().Any(data =>
        data.ConstructorArguments.Length == 2 && data.ConstructorArguments[1].Value is true
        && string.Equals(data.AttributeClass?.ToDisplayString(), "System.ObsoleteAttribute", StringComparison.Ordinal));

    public static Location? ToLocation(this AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    public static object? NamedValue(this AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => string.Equals(argument.Key, name, StringComparison.Ordinal)).Value.Value;

    /// <summary>The argument that sets a property; the whole attribute where none does.</summary>
    public static Location? ToLocation(this AttributeData attribute, string name, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        return syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => string.Equals(argument.NameEquals?.Name.Identifier.ValueText, name, StringComparison.Ordinal))?.GetLocation() ?? attribute.ToLocation(cancellationToken);
    }

    /// <summary>The token that names the symbol; nothing when it comes from another assembly.</summary>
    public static Location? FindLocation(this ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);

    public static IEnumerable<T> Declarations<T>(this ISymbol symbol, CancellationToken cancellationToken)
        where T : SyntaxNode =>
        symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<T>();

    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.Declarations<TypeDeclarationSyntax>(cancellationToken).All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static IEnumerable<INamedTypeSymbol> ContainingTypes(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    /// <summary>The type and its bases from the first below <c>object</c> on.</summary>
    public static IEnumerable<INamedTypeSymbol> FromBase(this INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? link = type; link is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; link = link.BaseType)
        {
            chain.Push(link);
        }

        return chain;
    }
}
