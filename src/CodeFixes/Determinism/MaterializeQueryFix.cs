using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Copies what a query gives into an immutable array, where it becomes a member of a state.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MaterializeQueryFix : CodeFixProvider
{
    private const string Method = "ToImmutableArray";
    private const string Namespace = "System.Collections.Immutable";
    private const string Title = "Copy into an immutable array";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Lazy];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.AdditionalLocations.Count == 0))
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax query && model is not null
                && model.GetTypeInfo(query, context.CancellationToken) is { Type: { } type, ConvertedType: { TypeKind: TypeKind.Interface, Name: "IEnumerable" } })
            {
                bool isImported = !model.LookupSymbols(query.SpanStart, type, Method, includeReducedExtensionMethods: true).IsEmpty;
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Fix(root, query, isImported))), Title), diagnostic);
            }
        }
    }

    private static SyntaxNode Fix(SyntaxNode root, ExpressionSyntax query, bool isImported)
    {
        ExpressionSyntax value = query.WithoutTrivia();
        value = value is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax ? value : SyntaxFactory.ParenthesizedExpression(value);
        ExpressionSyntax copy = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, value, SyntaxFactory.IdentifierName(Method)));
        root = root.ReplaceNode(query, copy.WithTriviaFrom(query));
        return isImported ? root : Import((CompilationUnitSyntax)root);
    }

    private static CompilationUnitSyntax Import(CompilationUnitSyntax root)
    {
        UsingDirectiveSyntax import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end : SyntaxFactory.LineFeed);
        if (root.Usings.Count > 0)
        {
            return root.AddUsings(import);
        }

        // What stands at the top of the file stays there.
        return root.WithoutLeadingTrivia().AddUsings(import).WithLeadingTrivia(root.GetLeadingTrivia());
    }
}
