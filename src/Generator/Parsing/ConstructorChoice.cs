using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>
/// Chooses how a read value is made: by the record's primary constructor; else by the parameterless one when every
/// member can be set afterwards; else by the one with the most parameters that all have a member of their name and
/// type. For a type of another assembly only the last of these is known. MessagePack-CSharp's
/// <c>[SerializationConstructor]</c> leaves no choice.
/// </summary>
internal sealed class ConstructorChoice(Compilation compilation, KnownSymbols known, INamedTypeSymbol self, CancellationToken cancellationToken)
{
    public IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<MemberCandidate> candidates)
    {
        bool isForeign = type.IsForeign(compilation);
        List<IMethodSymbol> shown = [.. type.InstanceConstructors.Where(constructor => !isForeign || constructor.IsImported(compilation))];
        IMethodSymbol? marked = shown.Find(constructor => known.Peer.Constructor is not null && constructor.FindAttribute(known.Peer.Constructor) is not null);
        List<IMethodSymbol> usable = [.. shown.Where(constructor => IsUsable(constructor, type, candidates))];
        // A compiled type does not say which constructor is its primary one; it is the longest.
        bool isSettable = !isForeign && candidates.All(candidate => candidate.IsIgnored || candidate.IsSettable || !candidate.Symbol.HoldsData(compilation));
        IMethodSymbol? choice = marked is not null ? usable.FirstOrDefault(constructor => constructor.Is(marked)) : usable.FirstOrDefault(IsPrimary)
            ?? (shown.Exists(IsPrimary) && type.IsRecord ? null
                : (isSettable ? usable.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) : null)
                ?? usable.OrderByDescending(constructor => constructor.Parameters.Count(parameter => Find(parameter, candidates) is not null)).FirstOrDefault());
        if (choice is not null)
        {
            Bind(choice, candidates);
        }

        return choice;
    }

    private bool IsPrimary(IMethodSymbol constructor) =>
        !constructor.IsForeign(compilation) && constructor.Declarations<TypeDeclarationSyntax>(cancellationToken).Any();

    private bool IsUsable(IMethodSymbol constructor, INamedTypeSymbol type, IReadOnlyList<MemberCandidate> candidates) =>
        compilation.IsSymbolAccessibleWithin(constructor, self) && !constructor.IsObsoleteError()
        && !(constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.Is(type))
        && constructor.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In && HasValue(parameter, candidates, IsPrimary(constructor)))
        && constructor.Parameters.Select(parameter => Find(parameter, candidates)).Where(candidate => candidate is not null).GroupBy(candidate => candidate).All(group => group.Count() == 1);

    // That a primary constructor wants a value for what is not recorded is reported at that parameter.
    private bool HasValue(IParameterSymbol parameter, IReadOnlyList<MemberCandidate> candidates, bool isPrimary) =>
        parameter.HasExplicitDefaultValue || (Find(parameter, candidates) is { } candidate && (isPrimary || !IsIgnored(parameter, candidate)));

    private bool IsIgnored(IParameterSymbol parameter, MemberCandidate candidate) =>
        candidate.IsIgnored || (known.WireIgnore is not null && parameter.FindAttribute(known.WireIgnore) is not null);

    private void Bind(IMethodSymbol constructor, IReadOnlyList<MemberCandidate> candidates)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (Find(parameter, candidates) is not { } candidate)
            {
                continue;
            }

            candidate.Parameter = parameter;
            candidate.IsIgnored = IsIgnored(parameter, candidate);
            candidate.IsPositional = (candidate.Symbol.IsForeign(compilation) || candidate.Symbol.DeclaringSyntaxReferences.All(reference => reference.GetSyntax(cancellationToken) is ParameterSyntax))
                && string.Equals(parameter.Name, candidate.Symbol.Name, StringComparison.Ordinal);
        }
    }

    private MemberCandidate? Find(IParameterSymbol parameter, IReadOnlyList<MemberCandidate> candidates) =>
        candidates.FirstOrDefault(candidate => Fits(parameter, candidate, StringComparison.Ordinal))
        ?? candidates.FirstOrDefault(candidate => Fits(parameter, candidate, StringComparison.OrdinalIgnoreCase));

    private bool Fits(IParameterSymbol parameter, MemberCandidate candidate, StringComparison comparison) =>
        candidate.IsReadable && string.Equals(parameter.Name, candidate.Symbol.Name, comparison) && Takes(parameter.Type, candidate.Type);

    // A list's constructor often takes any enumerable.
    private bool Takes(ITypeSymbol parameter, ITypeSymbol member) =>
        parameter.Is(member)
        || compilation.ClassifyCommonConversion(member, parameter) is { IsImplicit: true, IsUserDefined: false } conversion && (conversion.IsReference || conversion.IsNullable);
}
