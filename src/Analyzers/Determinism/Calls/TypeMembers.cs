using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>Finds members as the compiler does where it goes by names.</summary>
internal static class TypeMembers
{
    /// <summary>The method of that name that needs no arguments, of the type or the nearest base that has one.</summary>
    public static IMethodSymbol? FindMember(this ITypeSymbol type, string name)
    {
        for (ITypeSymbol? link = type; link is not null; link = link.BaseType)
        {
            if (link.GetMembers(name).OfType<IMethodSymbol>().Where(method => method is { IsStatic: false, ExplicitInterfaceImplementations.IsEmpty: true } && method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams))
                .OrderBy(method => method.Parameters.Length).FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What a type does for a member of an interface of the framework that it implements; null when it does not implement it.</summary>
    public static IMethodSymbol? FindContract(this ITypeSymbol type, string name, string member) => type.AllInterfaces
        .Where(contract => string.Equals(contract.Name, name, StringComparison.Ordinal) && contract.ContainingNamespace.ToDisplayString() is "System" or "System.Collections" or "System.Collections.Generic")
        .SelectMany(contract => contract.GetMembers(member)).Select(type.FindImplementationForInterfaceMember).OfType<IMethodSymbol>().FirstOrDefault();

    /// <summary>Whether the compilation that an expression belongs to declares a type.</summary>
    public static bool IsOwn(this ITypeSymbol? type, IOperation user) =>
        type is not null && user.SemanticModel is { Compilation: var compilation } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
}
