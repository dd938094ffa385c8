using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>What types are made of.</summary>
internal static class TypeForms
{
    public static ITypeSymbol WithoutNullable(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether its text, order and hash code are those of its type arguments.</summary>
    public static bool IsComposed(this INamedTypeSymbol type) => type is { IsTupleType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
        || (type.IsGenericType && (type.IsNamed("System", "Tuple") || type.IsNamed("System", "ValueTuple") || type.IsNamed("System.Collections.Generic", "KeyValuePair")));

    /// <summary>What a sequence consists of; the type itself when it is none.</summary>
    public static ITypeSymbol ElementOrSelf(this ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => type,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named when named.IsNamed("System", "ReadOnlySpan") || named.IsNamed("System", "Span") => named.TypeArguments[0],
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence => sequence.TypeArguments[0],
        _ => type.AllInterfaces.FirstOrDefault(contract => contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0] ?? type,
    };
}
