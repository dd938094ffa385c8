using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Questions to types.</summary>
internal static class TypeFacts
{
    /// <summary>Whether a type is declared below the namespace <c>System</c>.</summary>
    public static bool IsInSystem(this ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space is { IsGlobalNamespace: false, Name: "System" };
    }

    /// <summary>Whether equal values of a type cannot be told apart: text, numbers, times, identities.</summary>
    public static bool IsSimple(this ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0].IsSimple(),
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime } => true,
        { Name: "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Int128" or "UInt128" or "Half" or "BigInteger" } => type.IsInSystem(),
        _ => false,
    };

    /// <summary>Whether adding such numbers gives the same sum in every order.</summary>
    public static bool IsExact(this ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0].IsExact(),
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: (>= SpecialType.System_SByte and <= SpecialType.System_Decimal) or SpecialType.System_Boolean } => true,
        { Name: "TimeSpan" or "Int128" or "UInt128" or "BigInteger" } => type.IsInSystem(),
        _ => false,
    };
}
