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
        IMethodSymbol { AssociatedSymbol: { } accessed } => IsMember(accessed),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => IsMember(constructor) || (MakesInitial(constructor) && HasMadeInitial(constructor.ContainingType)),
        IPropertySymbol or IFieldSymbol => IsMember(symbol) || (!symbol.IsStatic && HasMadeInitial(symbol.ContainingType)),
        _ => IsMember(symbol),
    };

    /// <summary>The constructor that makes a state's initial value and has no text, though bases' have; null when there is none.</summary>
    public IMethodSymbol? UnwrittenOf(INamedTypeSymbol type) =>
        !type.IsValueType && HasMadeInitial(type) ? type.InstanceConstructors.FirstOrDefault(constructor => constructor.IsImplicitlyDeclared && MakesInitial(constructor)) : null;

    private bool IsMember(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.FindAttribute(_known.Daybook.Reducer) is not null || method.FindAttribute(_known.Daybook.Upcaster) is not null || IsClaimed(method),
        IPropertySymbol or IFieldSymbol when symbol is { IsStatic: true, Name: "Initial" } && IsState(symbol.ContainingType) => true,
        _ => IsClaimed(symbol),
    };

    private bool IsState(INamedTypeSymbol type) => type.FindAttribute(_known.Daybook.State) is not null;

    /// <summary>Whether a state does not say what it is at first, so that a constructor without arguments does.</summary>
    private bool HasMadeInitial(INamedTypeSymbol? type) => type is not null && IsState(type) && type.GetMembers("Initial").IsEmpty;

    private static bool MakesInitial(IMethodSymbol constructor) => !constructor.IsStatic && constructor.Parameters.All(parameter => parameter.IsOptional);

    /// <summary>Whether it is marked itself, or public in something that is marked.</summary>
    private bool IsClaimed(ISymbol symbol) =>
        context.Trust.Of(symbol).IsChecked && (symbol.DeclaredAccessibility == Accessibility.Public || IsMarked(symbol) || context.Trust.IsContract(symbol));

    private bool IsMarked(ISymbol symbol) => symbol.FindAttribute(_known.Deterministic) is not null;
}
