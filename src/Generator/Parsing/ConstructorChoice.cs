using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>
/// Chooses how a read value is made: by the record's primary constructor; else by the parameterless one when every
/// member can be set afterwards; else by the one with the most parameters that all have a member of their name and
/// type. For a type of another assembly only the last of these is known.
/// </summary>
internal sealed class ConstructorChoice(Compilation compilation, INamedTypeSymbol self, CancellationToken cancellationToken)
{
    public IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<MemberCandidate> candidates)
    {
        List<IMethodSymbol> usable = [.. type.InstanceConstructors.Where(constructor => IsUsable(constructor, type, candidates))];
        // A compiled type does not say which constructor is its primary one; it is the longest.
        bool isSettable = type.FindLocation() is not null && candidates.All(candidate => candidate.IsSettable || !candidate.Symbol.HoldsData());
        IMethodSymbol? choice = usable.FirstOrDefault(IsPrimary)
            ?? (type.IsRecord && type.InstanceConstructors.Any(IsPrimary) ? null
                : (isSettable ? usable.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) : null)
                ?? usable.OrderByDescending(constructor => constructor.Parameters.Length).FirstOrDefault());
        if (choice is not null)
        {
            Bind(choice, candidates);
        }

        return choice;
    }

    private bool IsPrimary(IMethodSymbol constructor) =>
        constructor.Declarations<TypeDeclarationSyntax>(cancellationToken).Any();

    private bool IsUsable(IMethodSymbol constructor, INamedTypeSymbol type, IReadOnlyList<MemberCandidate> candidates) =>
        compilation.IsSymbolAccessibleWithin(constructor, self)
        && !(constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.Is(type))
        && constructor.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In && Find(parameter, candidates) is not null)
        && constructor.Parameters.Select(parameter => Find(parameter, candidates)).Distinct().Count() == constructor.Parameters.Length;

    private static void Bind(IMethodSymbol constructor, IReadOnlyList<MemberCandidate> candidates)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            MemberCandidate candidate = Find(parameter, candidates)!;
            candidate.Parameter = parameter;
            candidate.IsPositional = candidate.Symbol.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax)
                && string.Equals(parameter.Name, candidate.Symbol.Name, StringComparison.Ordinal);
        }
    }

    private static MemberCandidate? Find(IParameterSymbol parameter, IReadOnlyList<MemberCandidate> candidates) =>
        candidates.FirstOrDefault(candidate => Fits(parameter, candidate, StringComparison.Ordinal))
        ?? candidates.FirstOrDefault(candidate => Fits(parameter, candidate, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(IParameterSymbol parameter, MemberCandidate candidate, StringComparison comparison) =>
        string.Equals(parameter.Name, candidate.Symbol.Name, comparison) && parameter.Type.Is(candidate.Type);
}
