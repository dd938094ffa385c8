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
        if (place > 0 || unit.Usings.Count == 0)
        {
            return unit.WithUsings(unit.Usings.Insert(place, added));
        }

        // What stands above the first stays above all.
        UsingDirectiveSyntax first = unit.Usings[0];
        return unit.WithUsings(unit.Usings.Replace(first, first.WithLeadingTrivia()).Insert(0, added.WithLeadingTrivia(first.GetLeadingTrivia())));
    }

    /// <summary>Namespaces of the framework come first.</summary>
    private static bool IsBefore(string present, string added) => IsFramework(present) == IsFramework(added) ? string.CompareOrdinal(present, added) < 0 : IsFramework(present);

    private static bool IsFramework(string space) => space is "System" || space.StartsWith("System.", StringComparison.Ordinal);
}
