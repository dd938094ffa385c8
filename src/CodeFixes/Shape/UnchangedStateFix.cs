using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes.Shape;

/// <summary>Lists an event at its state in place of a reducer that changes nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnchangedStateFix : DocumentFix
{
    // They say what a text is, not what there is to know.
    private static readonly ImmutableArray<string> Tags = ["<summary>", "</summary>", "<remarks>", "</remarks>", "<para>", "</para>", "<returns>", "</returns>", "<inheritdoc/>", "<inheritdoc />"];

    private const string Title = "List the event in place of the reducer";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnchangedState];

    private protected override IEnumerable<string> TitlesFor(SyntaxNode node, Diagnostic diagnostic) => [Title];

    private protected override async Task<Document?> ChangeAsync(Document document, SyntaxNode node, string title, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (node is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax declaration, ContainsDirectives: false } reducer
            || model?.GetDeclaredSymbol(reducer, cancellationToken) is not { } method
            || method.Parameters.ElementAtOrDefault(method.IsStatic ? 1 : 0)?.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        TypeDeclarationSyntax changed = declaration.RemoveNode(reducer, SyntaxRemoveOptions.KeepNoTrivia)!;
        if (!Lists(method.ContainingType, type))
        {
            changed = AddAttribute(changed, type, CommentsOf(reducer), EndOfLine(root));
        }

        return document.WithSyntaxRoot(root.ReplaceNode(declaration, changed));
    }

    private static bool Lists(INamedTypeSymbol state, INamedTypeSymbol type) => state.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "RecordsAttribute", TypeArguments.Length: 1 } listed && SymbolEqualityComparer.Default.Equals(listed.TypeArguments[0], type));

    private static SyntaxTrivia EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.LineFeed).First();

    // The comments of the reducer move along, and so does what its documentation says.
    private static List<SyntaxTrivia> CommentsOf(SyntaxNode reducer) => [.. reducer.DescendantTrivia().SelectMany(trivia => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia => [trivia],
        SyntaxKind.SingleLineDocumentationCommentTrivia => LinesOf(trivia).Select(line => SyntaxFactory.Comment($"// {line}")),
        SyntaxKind.MultiLineDocumentationCommentTrivia => [SyntaxFactory.Comment("/*" + trivia.ToFullString().TrimStart('/', '*'))],
        _ => Array.Empty<SyntaxTrivia>(),
    })];

    private static IEnumerable<string> LinesOf(SyntaxTrivia documentation) => documentation.ToFullString().Split('\n')
        .Select(line => Tags.Aggregate(line.Trim().TrimStart('/'), static (text, tag) => text.Replace(tag, "")).Trim())
        .Where(line => line.Length > 0);

    private static TypeDeclarationSyntax AddAttribute(TypeDeclarationSyntax declaration, INamedTypeSymbol type, List<SyntaxTrivia> comments, SyntaxTrivia endOfLine)
    {
        SyntaxTriviaList indentation = [.. declaration.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
        AttributeListSyntax list = SyntaxFactory.AttributeList([
            SyntaxFactory.Attribute(SyntaxFactory.ParseName($"global::Daybook.Records<{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>").WithAdditionalAnnotations(Simplifier.Annotation))]).NormalizeWhitespace();
        SyntaxTriviaList above = [.. comments.SelectMany(comment => (SyntaxTrivia[])[.. indentation, comment, endOfLine]), .. indentation];
        if (declaration.AttributeLists.Count == 0)
        {
            SyntaxTriviaList first = declaration.GetLeadingTrivia();
            list = list.WithLeadingTrivia(SyntaxFactory.TriviaList(first.Take(first.Count - indentation.Count).Concat(above))).WithTrailingTrivia(endOfLine);
            return declaration.WithLeadingTrivia(indentation).WithAttributeLists([list]);
        }

        AttributeListSyntax last = declaration.AttributeLists.Last();
        bool endsLine = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        list = list.WithLeadingTrivia(endsLine || comments.Count > 0 ? above : default).WithTrailingTrivia(last.GetTrailingTrivia());
        AttributeListSyntax before = endsLine || comments.Count == 0 ? last : last.WithTrailingTrivia(endOfLine);
        return declaration.WithAttributeLists(declaration.AttributeLists.Replace(last, before).Add(list));
    }
}
