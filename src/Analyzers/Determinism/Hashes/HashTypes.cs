using Daybook.Analyzers.Determinism.Culture;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Hashes;

/// <summary>Says which types have the same hash codes in every process.</summary>
internal static class HashTypes
{
    /// <summary>Whether equal values have equal hash codes in every process.</summary>
    public static bool HasStableHash(this ITypeSymbol type, Compilation compilation) => type.WithoutNullable() switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime } => true,
        INamedTypeSymbol { IsRecord: true, IsValueType: true } record when SymbolEqualityComparer.Default.Equals(record.ContainingAssembly, compilation.Assembly) =>
            record.GetMembers().OfType<IFieldSymbol>().All(field => field.IsStatic || field.Type.HasStableHash(compilation)),
        var named => named.IsNamed("System", named.Name) && named.Name is "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Half" or "Version" or "Index",
    };
}
