using System.Collections.Concurrent;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism;

/// <summary>What attributes say of a member: on itself, else on the contract it fulfils, on its type, on its assembly.</summary>
internal sealed class MemberTrust(KnownTypes known)
{
    private readonly ConcurrentDictionary<ISymbol, Claim> _claims = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _claimants = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _contracts = new(SymbolEqualityComparer.Default);

    public Claim Of(ISymbol member) => _claims.GetOrAdd(member.OriginalDefinition, Find);

    /// <summary>Whether the claim comes from what the member overrides or implements.</summary>
    public bool IsContract(ISymbol member) => On(member).IsSilent && !OnContract(member).IsSilent;

    private Claim Find(ISymbol member)
    {
        // Who does not reference the attributes cannot use them.
        if (member.ContainingAssembly is not { } container || !_claimants.GetOrAdd(container, assembly => CanClaim((IAssemblySymbol)assembly)))
        {
            return default;
        }

        if (member is IMethodSymbol { AssociatedSymbol: { } accessed })
        {
            return Of(accessed);
        }

        Claim claim = On(member);
        claim = claim.IsSilent ? OnContract(member) : claim;
        if (!claim.IsSilent)
        {
            return claim;
        }

        // A claim that is checked is one for what others can call: the rest is looked into like any code.
        Claim around = member.ContainingType is { } type ? Of(type) : On(container);
        return around.IsChecked && member.DeclaredAccessibility != Accessibility.Public ? default : around;
    }

    private bool CanClaim(IAssemblySymbol assembly) =>
        known.Deterministic?.ContainingAssembly is { } declaring
        && (assembly.Is(declaring) || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => string.Equals(reference.Name, declaring.Name, StringComparison.Ordinal))));

    private Claim On(ISymbol place)
    {
        bool isGeneratedRegex = false;
        foreach (AttributeData attribute in place.GetAttributes())
        {
            if (attribute.AttributeClass.Is(known.Deterministic))
            {
                return new(IsTrusted: true, TextOf(attribute));
            }

            if (attribute.AttributeClass.Is(known.NonDeterministic))
            {
                return new(IsTrusted: false, TextOf(attribute) ?? "");
            }

            isGeneratedRegex |= attribute.AttributeClass.Is(known.GeneratedRegex);
        }

        // Its other half is the work of a generator, which reads the process's timeout: nobody sets that.
        return isGeneratedRegex ? new(IsTrusted: true, "it is compiled from a constant") : default;
    }

    private Claim OnContract(ISymbol member)
    {
        ISymbol? overridden = member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        if (overridden is not null)
        {
            return On(overridden.OriginalDefinition) is { IsSilent: false } claim ? claim : OnContract(overridden.OriginalDefinition);
        }

        return member is { IsStatic: false, ContainingType: { TypeKind: not TypeKind.Interface } type } ? OnInterfaces(member, type) : default;
    }

    private Claim OnInterfaces(ISymbol member, INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol contract in type.AllInterfaces.Where(link => _contracts.GetOrAdd(link.OriginalDefinition, HasClaims)))
        {
            foreach (ISymbol promised in contract.GetMembers())
            {
                if (type.FindImplementationForInterfaceMember(promised).Is(member) && (On(promised.OriginalDefinition) is { IsSilent: false } claim || (claim = On(contract.OriginalDefinition)) is { IsSilent: false }))
                {
                    return claim;
                }
            }
        }

        return default;
    }

    private bool HasClaims(ISymbol contract) => !On(contract).IsSilent || ((INamedTypeSymbol)contract).GetMembers().Any(member => !On(member).IsSilent);

    private static string? TextOf(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault() is { IsNull: false, Value: string text } ? text : null;
}
