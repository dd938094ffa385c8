using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Daybook.CodeFixes.Shape;

/// <summary>Makes a member appendable, and appends to it wherever a reducer has copied all of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class GrowthFix : DocumentFix
{
    private const string ToText = "Make it an AppendableText";
    private const string ToList = "Make it an AppendableList";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.GrowthByCopies];

    private protected override IEnumerable<string> TitlesFor(SyntaxNode node, Diagnostic diagnostic) => [ToText, ToList];

    private protected override async Task<Document?> ChangeAsync(Document document, SyntaxNode node, string title, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        List<(ISymbol Member, IOperation Value)> all = [.. root.DescendantNodes().OfType<MethodDeclarationSyntax>().SelectMany(method => FindIn(method, model, cancellationToken))];
        ISymbol? member = all.FirstOrDefault(growth => growth.Value.Syntax.Span == node.Span).Member;
        if (member is null
            || Growth.TypeOf(member) is not { } held
            || Growth.IsText(member) != (title is ToText)
            || FindDeclaration(root, member, cancellationToken) is not { } declaration
            || Appendable(model.Compilation, held) is not { } type)
        {
            return null;
        }

        var replaced = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (IOperation value in all.Where(growth => SymbolEqualityComparer.Default.Equals(growth.Member, member)).Select(growth => growth.Value))
        {
            if (HasComments(value.Syntax) || Appending.Of(value, member) is not { } appending)
            {
                return null;
            }

            replaced.Add(value.Syntax, SyntaxFactory.ParseExpression(appending).WithTriviaFrom(value.Syntax));
        }

        if (!SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, held.OriginalDefinition))
        {
            var written = (TypeSyntax)SyntaxGenerator.GetGenerator(document).TypeExpression(type);
            ExpressionSyntax? empty = title is ToText ? null : SyntaxFactory.CollectionExpression();
            replaced.Add(declaration, HeldType.Change(declaration, written, empty, keepsNull: false));
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(replaced.Keys, (old, _) => replaced[old]));
    }

    private static IEnumerable<(ISymbol Member, IOperation Value)> FindIn(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
        && symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ReducerAttribute", ContainingNamespace.Name: "Daybook" })
        && model.GetOperation(method, cancellationToken) is { } body
            ? Growth.Find(symbol, body)
            : [];

    private static SyntaxNode? FindDeclaration(SyntaxNode root, ISymbol member, CancellationToken cancellationToken) => member.DeclaringSyntaxReferences
        .Where(reference => reference.SyntaxTree == root.SyntaxTree)
        .Select(reference => HeldType.FindDeclaration(reference.GetSyntax(cancellationToken)))
        .FirstOrDefault(declaration => declaration is not null);

    private static INamedTypeSymbol? Appendable(Compilation compilation, ITypeSymbol held) => held switch
    {
        { SpecialType: SpecialType.System_String } => compilation.GetTypeByMetadataName("Daybook.AppendableText"),
        IArrayTypeSymbol { Rank: 1 } array => compilation.GetTypeByMetadataName("Daybook.AppendableList`1")?.Construct(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } list => compilation.GetTypeByMetadataName("Daybook.AppendableList`1")?.Construct(list.TypeArguments[0]),
        _ => null,
    };

    private static bool HasComments(SyntaxNode node)
    {
        SyntaxTriviaList first = node.GetLeadingTrivia();
        SyntaxTriviaList last = node.GetTrailingTrivia();
        return node.DescendantTrivia().Any(trivia =>
            (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective) && !first.Contains(trivia) && !last.Contains(trivia));
    }
}
