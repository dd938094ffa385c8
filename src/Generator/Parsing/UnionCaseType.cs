using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Finds out what a type that a union lists is to the union.</summary>
internal static class UnionCaseType
{
    /// <summary>The type and everything that it derives from or implements.</summary>
    public static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type) => type.FromBase().Concat(type.AllInterfaces);

    /// <summary>Whether the type derives from the union, whatever the type arguments.</summary>
    public static bool Derives(INamedTypeSymbol type, INamedTypeSymbol union) => Link(type, union) is { } link && !link.Is(type);

    /// <summary>The case for the union's own type arguments; null when they do not say which type that is.</summary>
    public static INamedTypeSymbol? Close(INamedTypeSymbol listed, INamedTypeSymbol union)
    {
        if (!IsOpen(listed))
        {
            return listed;
        }

        INamedTypeSymbol definition = listed.OriginalDefinition;
        ITypeSymbol[] passed = [.. Arguments(Link(definition, union)!)];
        ITypeSymbol[] wanted = [.. Arguments(union)];
        var known = new Dictionary<ITypeSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        for (int i = 0; i < passed.Length; i++)
        {
            known[passed[i]] = wanted[i];
        }

        return Arguments(definition).All(known.ContainsKey) ? Construct(definition, known) : null;
    }

    private static bool IsOpen(INamedTypeSymbol type) => type.IsUnboundGenericType || type.ContainingTypes().Any(container => container.IsUnboundGenericType);

    private static INamedTypeSymbol? Link(INamedTypeSymbol type, INamedTypeSymbol union) =>
        Ancestors(type.OriginalDefinition).FirstOrDefault(link => link.OriginalDefinition.Is(union.OriginalDefinition));

    private static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        type.ContainingTypes().Reverse().Append(type).SelectMany(link => link.TypeArguments);

    private static INamedTypeSymbol Construct(INamedTypeSymbol definition, Dictionary<ITypeSymbol, ITypeSymbol> known)
    {
        INamedTypeSymbol member = definition.ContainingType is { } container
            ? Construct(container, known).GetTypeMembers(definition.Name, definition.Arity).First(type => type.OriginalDefinition.Is(definition))
            : definition;
        return definition.Arity == 0 ? member : member.Construct([.. definition.TypeParameters.Select(parameter => known[parameter])]);
    }
}
