using System.Collections.Immutable;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Replaces expressions that follow the current culture, one at a time or all at once.</summary>
public abstract class ReplaceExpressionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Culture];

    /// <summary>What the fix does, in few words.</summary>
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, diagnostics) => FixAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if ((await FindAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false)).Count > 0)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, token => FixAsync(context.Document, context.Diagnostics, token)!, GetType().Name), context.Diagnostics);
        }
    }

    /// <summary>Finds what replaces the expression of a diagnostic; null when nothing does.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="isValue">Whether the expression is a value that becomes text, rather than a member that is used.</param>
    /// <param name="model">Its tree's model.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    private protected abstract Replacement? Find(ExpressionSyntax node, bool isValue, SemanticModel model, CancellationToken cancellationToken);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<SyntaxNode, Replacement> replacements = await FindAsync(document, diagnostics, cancellationToken).ConfigureAwait(false);
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(Usings.Add(root.ReplaceNodes(replacements.Keys, (node, changed) => replacements[node].Change(changed))));
    }

    private async Task<IReadOnlyDictionary<SyntaxNode, Replacement>> FindAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var found = new Dictionary<SyntaxNode, Replacement>();
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return found;
        }

        // What a reducer only reaches is changed where it is written, or not at all.
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.AdditionalLocations.Count == 0))
        {
            bool isValue = !diagnostic.Properties.TryGetValue("id", out string? id) || id is null;
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax node
                && Find(node, isValue, model, cancellationToken) is { } replacement
                && Binds(replacement, model))
            {
                found[replacement.Node] = replacement;
            }
        }

        return found;
    }

    /// <summary>Whether the result compiles, as far as an expression can be looked at alone.</summary>
    private static bool Binds(Replacement replacement, SemanticModel model)
    {
        SyntaxNode changed = replacement.Change(replacement.Node);
        return changed is ImplicitObjectCreationExpressionSyntax || replacement.Node.DescendantNodesAndSelf().Any(node => node is MemberBindingExpressionSyntax)
            || changed is not ExpressionSyntax expression
            || model.GetSpeculativeSymbolInfo(replacement.Node.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol is not null;
    }
}
