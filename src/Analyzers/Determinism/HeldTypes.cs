using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism;

/// <summary>The types of a compilation that states are made of: the states, and what their members hold.</summary>
internal sealed class HeldTypes(Compilation compilation, KnownTypes known)
{
    private readonly Lazy<HashSet<ISymbol>> _types = new(() => Find(compilation, known));

    public bool Contains(INamedTypeSymbol type) => _types.Value.Contains(type);

    private static HashSet<ISymbol> Find(Compilation compilation, KnownTypes known)
    {
        var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            foreach (INamespaceOrTypeSymbol member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol type && type.FindAttribute(known.Daybook.State) is not null)
                {
                    Add(type, compilation, types);
                }
            }
        }

        return types;
    }

    private static void Add(ITypeSymbol type, Compilation compilation, HashSet<ISymbol> types)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Add(array.ElementType, compilation, types);
                break;
            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    Add(argument, compilation, types);
                }

                AddMembers(named.OriginalDefinition, compilation, types);
                break;
        }
    }

    private static void AddMembers(INamedTypeSymbol type, Compilation compilation, HashSet<ISymbol> types)
    {
        if (!type.IsForeign(compilation) && type.TypeKind != TypeKind.Enum && types.Add(type))
        {
            foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
            {
                Add(field.Type, compilation, types);
            }
        }
    }
}
