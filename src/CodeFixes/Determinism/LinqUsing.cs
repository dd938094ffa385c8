using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Brings the extension methods of LINQ into a file.</summary>
internal static class LinqUsing
{
    private const string Namespace = "System.Linq";

    /// <summary>Adds the directive, once for all fixes of one edit.</summary>
    public static void Ensure(DocumentEditor editor)
    {
        if (editor.OriginalRoot is CompilationUnitSyntax root)
        {
            editor.ReplaceNode(root, static (node, _) => Add((CompilationUnitSyntax)node));
        }
    }

    private static CompilationUnitSyntax Add(CompilationUnitSyntax unit)
    {
        if (unit.Usings.Any(IsLinq))
        {
            return unit;
        }

        int place = unit.Usings.Count(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)
            || (directive is { Alias: null, StaticKeyword.RawKind: 0, Name: { } name } && string.CompareOrdinal(name.ToString(), Namespace) < 0));
        SyntaxTrivia end = unit.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        UsingDirectiveSyntax added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace)).NormalizeWhitespace()
            .WithTrailingTrivia(end.IsKind(SyntaxKind.EndOfLineTrivia) ? end : SyntaxFactory.ElasticCarriageReturnLineFeed);

        // What stands before the first directive, or before the first declaration, stays at the top.
        return place > 0 || unit.Usings.Count > 0 ? AddBefore(unit, place, added) : unit.WithoutLeadingTrivia().AddUsings(added.WithLeadingTrivia(unit.GetLeadingTrivia()));
    }

    private static CompilationUnitSyntax AddBefore(CompilationUnitSyntax unit, int place, UsingDirectiveSyntax added)
    {
        if (place > 0)
        {
            return unit.WithUsings(unit.Usings.Insert(place, added));
        }

        UsingDirectiveSyntax first = unit.Usings[0];
        SyntaxList<UsingDirectiveSyntax> rest = unit.Usings.Replace(first, first.WithoutLeadingTrivia());
        return unit.WithUsings(rest.Insert(0, added.WithLeadingTrivia(first.GetLeadingTrivia())));
    }

    private static bool IsLinq(UsingDirectiveSyntax directive) => directive is { Alias: null, Name: { } name } && name.ToString() is Namespace;
}
