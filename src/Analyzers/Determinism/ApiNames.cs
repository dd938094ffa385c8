using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism;

/// <summary>How messages and paths write members.</summary>
internal static class ApiNames
{
    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    /// <summary>The member behind its type: <c>DateTime.UtcNow</c>, <c>new Random</c>.</summary>
    public static string ToApi(this ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type } => $"new {type.ToName()}",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor, ContainingType: var type } => $"{type.ToName()}..cctor",
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => symbol.Name,
        IMethodSymbol { AssociatedSymbol: { } accessed } => accessed.ToApi(),
        IMethodSymbol { MethodKind: MethodKind.Conversion, ContainingType: var type, ReturnType: var result } => $"{type.ToName()} → {result.ToDisplayString(TypeName)}",
        IPropertySymbol { IsIndexer: true, ContainingType: var type } => $"{type.ToName()}.this[]",
        ITypeSymbol type => type.ToDisplayString(TypeName),
        { ContainingType: { } type } => $"{type.ToName()}.{symbol.Name}",
        _ => symbol.Name,
    };

    /// <summary>How a path begins: <c>On(ItemAdded)</c>.</summary>
    public static string ToRoot(this ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: { } accessed } => accessed.Name,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method =>
            $"{method.Name}({string.Join(", ", method.Parameters.Where(parameter => !parameter.Type.Name.Equals("EventContext", StringComparison.Ordinal) && !SymbolEqualityComparer.Default.Equals(parameter.Type, method.ContainingType)).Select(parameter => parameter.Type.ToDisplayString(TypeName)))})",
        _ => symbol.ToApi(),
    };

    private static string ToName(this ITypeSymbol type) => type.ToDisplayString(TypeName);
}
