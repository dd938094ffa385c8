using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Daybook.CodeFixes.Determinism;

/// <summary>A fix of direct uses: each is changed on its own, all of a document in one edit.</summary>
public abstract class ReplacementFix : CodeFixProvider
{
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not null)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), Title), diagnostic);
            }
        }
    }

    /// <summary>The change that makes a use replay; null when none is right.</summary>
    private protected abstract Action<DocumentEditor>? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken);

    private async Task<Action<DocumentEditor>?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // What is reached in another member is mended there.
        if (diagnostic.AdditionalLocations.Count > 0
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        return Find(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model, cancellationToken);
    }

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            (await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))?.Invoke(editor);
        }

        return editor.GetChangedDocument();
    }
}
