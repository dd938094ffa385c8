using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism;

/// <summary>Says whose bodies must replay: reducers, upcasters, initial states, and whatever claims to be deterministic without a reason.</summary>
internal sealed class Roots(DeterminismContext context)
{
    private readonly KnownTypes _known = context.Known;

    /// <summary>Whether the body or initializer of a symbol is checked.</summary>
    public bool Contains(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: { } accessed } => Contains(accessed),
        IMethodSymbol method => method.FindAttribute(_known.Daybook.Reducer) is not null || method.FindAttribute(_known.Daybook.Upcaster) is not null || IsClaimed(method),
        IPropertySymbol { IsStatic: true, Name: "Initial" } property when property.ContainingType.FindAttribute(_known.Daybook.State) is not null => true,
        _ => IsClaimed(symbol),
    };

    /// <summary>Whether it is marked itself, or public in something that is marked.</summary>
    private bool IsClaimed(ISymbol symbol) =>
        context.Trust.Of(symbol).IsChecked && (symbol.DeclaredAccessibility == Accessibility.Public || IsMarked(symbol) || context.Trust.IsContract(symbol));

    private bool IsMarked(ISymbol symbol) => symbol.FindAttribute(_known.Deterministic) is not null;
}
