using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Shape;

/// <summary>A fix of one document: offered where it changes something and the document compiles afterwards as it did before.</summary>
public abstract class DocumentFix : CodeFixProvider
{
    private protected DocumentFix()
    {
    }

    /// <summary>All of a document are fixed one after the other, so that each is held to the same.</summary>
    /// <returns>A provider for documents, projects and the solution.</returns>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (string title in node is null ? [] : TitlesFor(node, diagnostic))
            {
                if (await TryAsync(context.Document, node!, title, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } changed)
                {
                    context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), title), diagnostic);
                }
            }
        }
    }

    /// <summary>The actions that may be offered; each is its own equivalence key.</summary>
    private protected abstract IEnumerable<string> TitlesFor(SyntaxNode node, Diagnostic diagnostic);

    /// <summary>Makes the change; null when there is none to make.</summary>
    private protected abstract Task<Document?> ChangeAsync(Document document, SyntaxNode node, string title, Diagnostic diagnostic, CancellationToken cancellationToken);

    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? 0;
    }

    private async Task<Document?> TryAsync(Document document, SyntaxNode node, string title, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await ChangeAsync(document, node, title, diagnostic, cancellationToken).ConfigureAwait(false) is { } changed
        && await CountErrorsAsync(changed, cancellationToken).ConfigureAwait(false) <= await CountErrorsAsync(document, cancellationToken).ConfigureAwait(false)
            ? changed
            : null;

    private async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root || context.CodeActionEquivalenceKey is not { } title)
        {
            return null;
        }

        List<(SyntaxNode Node, Diagnostic Diagnostic)> found =
            [.. diagnostics.Select(diagnostic => (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic))];
        Document current = document.WithSyntaxRoot(root.TrackNodes(found.Select(entry => entry.Node)));
        foreach ((SyntaxNode node, Diagnostic diagnostic) in found.Where(entry => TitlesFor(entry.Node, entry.Diagnostic).Contains(title, StringComparer.Ordinal)))
        {
            SyntaxNode? tracked = (await current.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))?.GetCurrentNode(node);
            if (tracked is not null && await TryAsync(current, tracked, title, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                current = changed;
            }
        }

        return current;
    }
}
