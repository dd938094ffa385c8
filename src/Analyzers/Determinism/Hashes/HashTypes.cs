using Daybook.Analyzers.Determinism.Culture;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Hashes;

/// <summary>Says which types have the same hash codes in every process.</summary>
internal static class HashTypes
{
    /// <summary>Whether equal values have equal hash codes in every process.</summary>
    public static bool HasStableHash(this ITypeSymbol type, Compilation compilation) =>
        TypeClosure.Of(type.WithoutNullable(), part => IsHashedByParts(part, compilation) ? FieldTypesOf(part) : []).All(part => IsHashedByParts(part, compilation) || IsStable(part));

    private static bool IsHashedByParts(ITypeSymbol type, Compilation compilation) =>
        type is { IsRecord: true, IsValueType: true } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private static IEnumerable<ITypeSymbol> FieldTypesOf(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type.WithoutNullable());

    private static bool IsStable(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime } => true,
        _ => type.IsNamed("System", type.Name) && type.Name is "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Half" or "Version" or "Index",
    };
}
