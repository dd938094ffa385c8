using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Finds overloads that take one argument more, and writes it.</summary>
internal static class Overloads
{
    /// <summary>Gives a call an argument of some type: instead of the null that stands there, or to the overload that takes it.</summary>
    /// <returns>The changed arguments of a call; null when no overload takes it.</returns>
    public static Func<ArgumentListSyntax, ArgumentListSyntax>? Give(this IMethodSymbol method, ArgumentListSyntax arguments, Func<ITypeSymbol, bool> isWanted, ExpressionSyntax value)
    {
        IMethodSymbol declared = method.ReducedFrom is { } original ? original.IsGenericMethod ? original.Construct([.. method.TypeArguments]) : original : method;
        int skipped = method.ReducedFrom is null ? 0 : 1;
        if (declared.Parameters.FirstOrDefault(parameter => isWanted(parameter.Type)) is { } present)
        {
            int place = IndexOf(arguments, present, present.Ordinal - skipped);
            return list => place < 0 ? Add(list, int.MaxValue, present.Name, value)
                : list.ReplaceNode(list.Arguments[place].Expression, value.WithTriviaFrom(list.Arguments[place].Expression));
        }

        IParameterSymbol? added = declared.ContainingType.GetMembers(declared.Name).OfType<IMethodSymbol>()
            .Where(candidate => candidate.IsStatic == declared.IsStatic && candidate.Arity == declared.Arity)
            .Select(candidate => candidate.IsGenericMethod ? candidate.Construct([.. declared.TypeArguments]) : candidate)
            .Select(candidate => Added(declared, candidate, isWanted)).FirstOrDefault(parameter => parameter is not null);
        return added is null ? null : list => Add(list, added.Ordinal - skipped, added.Name, value);
    }

    // The parameter that a candidate has beside those of the method; optional ones may follow.
    private static IParameterSymbol? Added(IMethodSymbol method, IMethodSymbol candidate, Func<ITypeSymbol, bool> isWanted)
    {
        IParameterSymbol? added = candidate.Parameters.FirstOrDefault(parameter => isWanted(parameter.Type));
        List<IParameterSymbol> others = [.. candidate.Parameters.Where(parameter => !ReferenceEquals(parameter, added))];
        return added is not null && others.Count >= method.Parameters.Length && others.Skip(method.Parameters.Length).All(parameter => parameter.IsOptional)
            && method.Parameters.Zip(others, (left, right) => SymbolEqualityComparer.Default.Equals(left.Type, right.Type) && left.RefKind == right.RefKind).All(isSame => isSame)
            ? added : null;
    }

    private static int IndexOf(ArgumentListSyntax list, IParameterSymbol parameter, int place)
    {
        int named = list.Arguments.IndexOf(argument => string.Equals(argument.NameColon?.Name.Identifier.ValueText, parameter.Name, StringComparison.Ordinal));
        return named >= 0 ? named : place < list.Arguments.Count && list.Arguments.Take(place + 1).All(argument => argument.NameColon is null) ? place : -1;
    }

    private static ArgumentListSyntax Add(ArgumentListSyntax list, int place, string name, ExpressionSyntax value)
    {
        bool isNamed = place > list.Arguments.Count || list.Arguments.Any(argument => argument.NameColon is not null);
        ArgumentSyntax argument = SyntaxFactory.Argument(value);
        return isNamed
            ? list.AddArguments(argument.WithNameColon(SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(Gap(list)))
            : Insert(list, place, argument);
    }

    // The comma comes before what is inserted, except at the beginning.
    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int place, ArgumentSyntax argument)
    {
        if (list.Arguments.Count == 0)
        {
            return list.WithArguments([argument]);
        }

        if (place > 0)
        {
            return list.WithArguments(list.Arguments.Insert(place, argument.WithLeadingTrivia(SyntaxFactory.Space)));
        }

        ArgumentSyntax first = list.Arguments[0];
        list = list.ReplaceNode(first, first.WithLeadingTrivia(SyntaxFactory.Space));
        return list.WithArguments(list.Arguments.Insert(0, argument.WithLeadingTrivia(first.GetLeadingTrivia())));
    }

    private static SyntaxTriviaList Gap(ArgumentListSyntax list) => list.Arguments.Count == 0 ? default : [SyntaxFactory.Space];
}
