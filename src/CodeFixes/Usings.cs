using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes;

/// <summary>Adds the usings that new expressions want.</summary>
internal static class Usings
{
    private const string Wanted = "Daybook.Using";

    /// <summary>Marks an expression that wants a namespace to be used.</summary>
    public static SyntaxAnnotation Of(string space) => new(Wanted, space);

    /// <summary>Adds what is wanted and missing, in the order of the names.</summary>
    public static SyntaxNode Add(SyntaxNode root)
    {
        foreach (string space in root.GetAnnotatedNodes(Wanted).SelectMany(node => node.GetAnnotations(Wanted)).Select(annotation => annotation.Data!).Distinct(StringComparer.Ordinal).OrderBy(space => space, StringComparer.Ordinal).ToList())
        {
            if (root is CompilationUnitSyntax unit && !root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .Any(node => node is UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0, Name: { } name } && string.Equals(name.ToString(), space, StringComparison.Ordinal)))
            {
                root = Insert(unit, space);
            }
        }

        return root;
    }

    private static CompilationUnitSyntax Insert(CompilationUnitSyntax unit, string space)
    {
        UsingDirectiveSyntax added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(unit.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Append(SyntaxFactory.LineFeed).First());
        int place = unit.Usings.LastIndexOf(present => present.Alias is null && present.StaticKeyword.RawKind == 0 && present.Name is { } name && IsBefore(name.ToString(), space)) + 1;
        if (place > 0 || (unit.Usings.Count == 0 && unit.Externs.Count > 0))
        {
            return unit.WithUsings(unit.Usings.Insert(place, added));
        }

        // What stands above the first stays above all; without any, what speaks of the file does.
        SyntaxToken first = (unit.Usings.FirstOrDefault() ?? (SyntaxNode)unit).GetFirstToken(includeZeroWidth: true);
        SyntaxTriviaList above = unit.Usings.Count > 0 ? first.LeadingTrivia : HeaderOf(unit);
        unit = unit.ReplaceToken(first, first.WithLeadingTrivia(first.LeadingTrivia.Skip(above.Count)));
        return unit.WithUsings(unit.Usings.Insert(0, added.WithLeadingTrivia(above)));
    }

    /// <summary>The comments and directives before the first declaration: all before a namespace; before anything else those that a blank line parts from it.</summary>
    private static SyntaxTriviaList HeaderOf(CompilationUnitSyntax unit)
    {
        SyntaxTriviaList all = unit.GetLeadingTrivia();
        List<SyntaxTrivia> lines = [.. all.TakeWhile(trivia => !trivia.IsKind(SyntaxKind.IfDirectiveTrivia))];
        if (unit.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax && lines.Count == all.Count)
        {
            return all;
        }

        int end = lines.FindLastIndex(trivia => trivia.IsDirective) + 1;
        for (int i = lines.Count - 1; i > end; i--)
        {
            if (lines[i].IsKind(SyntaxKind.EndOfLineTrivia) && lines[i - 1].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                end = i + 1;
            }
        }

        return [.. lines.Take(end)];
    }

    /// <summary>Namespaces of the framework come first.</summary>
    private static bool IsBefore(string present, string added) => IsFramework(present) == IsFramework(added) ? string.CompareOrdinal(present, added) < 0 : IsFramework(present);

    private static bool IsFramework(string space) => space is "System" || space.StartsWith("System.", StringComparison.Ordinal);
}
