using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>
/// Follows objects of the compilation that become an interface or a base class of another assembly: whoever takes a comparer,
/// a sequence or a formatter calls its members.
/// </summary>
internal static class EscapeCalls
{
    public static IEnumerable<ImplicitCall> Of(IConversionOperation conversion) =>
        conversion is { Operand.Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type, Type: INamedTypeSymbol contract }
        && type.IsOwn(conversion) && !contract.IsOwn(conversion)
            ? (contract.TypeKind == TypeKind.Interface ? OfInterface(type, contract) : OfBase(type, contract)).Select(method => new ImplicitCall(method, conversion.Operand, Receiver: null))
            : [];

    private static IEnumerable<IMethodSymbol> OfInterface(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        contract.AllInterfaces.Prepend(contract).SelectMany(link => link.GetMembers()).OfType<IMethodSymbol>()
            .Select(type.FindImplementationForInterfaceMember).OfType<IMethodSymbol>()
            .Where(method => !IsHash(method));

    private static IEnumerable<IMethodSymbol> OfBase(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        for (INamedTypeSymbol? link = type; link is not null && !link.Is(contract); link = link.BaseType)
        {
            foreach (IMethodSymbol method in link.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsOverride && !method.IsImplicitlyDeclared && !IsHash(method)))
            {
                yield return method;
            }
        }
    }

    // A lookup finds the same whatever the hash codes are; the order of a collection is looked at where it is used.
    private static bool IsHash(IMethodSymbol method) => string.Equals(method.Name, nameof(GetHashCode), StringComparison.Ordinal);
}
