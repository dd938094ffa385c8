using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Says what the culture changes in the order of values, when nobody gives a comparer.</summary>
internal sealed class KeyTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<ITypeSymbol, Sensitivity> _orders = new(SymbolEqualityComparer.Default);

    public Sensitivity Of(ITypeSymbol type) => _orders.GetOrAdd(type, Find);

    /// <summary>What the compilation itself compares values of a type with; null when it does not.</summary>
    public IMethodSymbol? ComparisonOf(ITypeSymbol type)
    {
        ITypeSymbol key = type.WithoutNullable();
        return key is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && SymbolEqualityComparer.Default.Equals(key.ContainingAssembly, compilation.Assembly)
            ? key.AllInterfaces.Where(contract => contract.IsNamed("System", "IComparable")).OrderByDescending(contract => contract.TypeArguments.Length)
                .Select(contract => key.FindImplementationForInterfaceMember(contract.GetMembers("CompareTo")[0])).OfType<IMethodSymbol>().FirstOrDefault()
            : null;
    }

    private Sensitivity Find(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => Sensitivity.Full,
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.TypeParameter or TypeKind.Interface } => Sensitivity.Opaque,
        INamedTypeSymbol composed when composed.IsComposed() => composed.TypeArguments.Select(Of).DefaultIfEmpty().Max(),
        _ => Sensitivity.None,
    };
}
