using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>What a database says of a type: itself, its bases and its interfaces, as far as they have rows, and the namespace.</summary>
internal sealed record TypeView(ImmutableArray<(INamedTypeSymbol Type, TypeRows Rows)> Ancestors, DatabaseRow? Namespace)
{
    public static TypeView Of(INamedTypeSymbol type, DatabaseIndex index)
    {
        ImmutableArray<(INamedTypeSymbol, TypeRows)>.Builder ancestors = ImmutableArray.CreateBuilder<(INamedTypeSymbol, TypeRows)>();
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            Add(ancestor);
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            Add(implemented);
        }

        return new(ancestors.ToImmutable(), index.OfNamespace(type));

        void Add(INamedTypeSymbol ancestor)
        {
            if (index.OfType(ancestor.OriginalDefinition) is { } rows)
            {
                ancestors.Add((ancestor, rows));
            }
        }
    }

    /// <summary>The row nearest to a member: what a type says goes before what its bases and interfaces say.</summary>
    public DatabaseRow? Find(ISymbol member)
    {
        // The compiler puts a constant's value in its place, so only what is said of the constant itself counts.
        bool isConstant = member is IFieldSymbol { HasConstantValue: true };
        foreach ((INamedTypeSymbol type, TypeRows rows) in Ancestors)
        {
            DatabaseRow? row = rows.Members.IsEmpty || Declaration(member, type) is not { } declaration ? null : rows.Find(declaration);
            row ??= isConstant ? null : rows.Whole;
            if (row is not null)
            {
                return row;
            }
        }

        return isConstant ? null : Namespace;
    }

    // What the member is in an ancestor: itself, what it overrides or what it implements.
    private static ISymbol? Declaration(ISymbol member, INamedTypeSymbol ancestor)
    {
        if (member.ContainingType is not { } type)
        {
            return null;
        }

        if (ancestor.TypeKind == TypeKind.Interface && type.TypeKind != TypeKind.Interface)
        {
            return ancestor.GetMembers(member.Name)
                .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member))?.OriginalDefinition;
        }

        for (ISymbol? declaration = member; declaration is not null; declaration = Overridden(declaration))
        {
            if (SymbolEqualityComparer.Default.Equals(declaration.ContainingType.OriginalDefinition, ancestor.OriginalDefinition))
            {
                return declaration.OriginalDefinition;
            }
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };
}
