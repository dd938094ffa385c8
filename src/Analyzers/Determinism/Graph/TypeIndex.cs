using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>Which types of a compilation implement an interface, and which methods override another.</summary>
internal sealed class TypeIndex
{
    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> _implementers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _overrides = new(SymbolEqualityComparer.Default);

    private TypeIndex()
    {
    }

    public static TypeIndex Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var index = new TypeIndex();
        index.AddAll(compilation.Assembly.GlobalNamespace, cancellationToken);
        return index;
    }

    public IReadOnlyList<INamedTypeSymbol> ImplementersOf(INamedTypeSymbol contract) => _implementers.TryGetValue(contract, out List<INamedTypeSymbol>? types) ? types : [];

    public IReadOnlyList<IMethodSymbol> OverridesOf(IMethodSymbol method) => _overrides.TryGetValue(method, out List<IMethodSymbol>? methods) ? methods : [];

    private void AddAll(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in container.GetMembers())
        {
            switch (member)
            {
                case INamespaceSymbol space:
                    AddAll(space, cancellationToken);
                    break;
                case INamedTypeSymbol type:
                    Add(type);
                    AddAll(type, cancellationToken);
                    break;
                case IMethodSymbol { IsOverride: true } method:
                    Add(method);
                    break;
            }
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
        {
            foreach (INamedTypeSymbol contract in new HashSet<INamedTypeSymbol>(type.AllInterfaces.Select(link => link.OriginalDefinition), SymbolEqualityComparer.Default))
            {
                ListOf(_implementers, contract).Add(type);
            }
        }
    }

    private void Add(IMethodSymbol method)
    {
        for (IMethodSymbol? link = method.OverriddenMethod; link is not null; link = link.OverriddenMethod)
        {
            ListOf(_overrides, link.OriginalDefinition).Add(method);
        }
    }

    private static List<T> ListOf<T>(Dictionary<ISymbol, List<T>> index, ISymbol key)
    {
        if (!index.TryGetValue(key, out List<T>? list))
        {
            index.Add(key, list = []);
        }

        return list;
    }
}
