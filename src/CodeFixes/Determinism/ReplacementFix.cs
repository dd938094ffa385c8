using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Daybook.CodeFixes.Determinism;

/// <summary>A fix of direct uses, which replaces nodes of their document: those of one use, or of all uses in one edit.</summary>
public abstract class ReplacementFix : CodeFixProvider
{
    private protected ReplacementFix()
    {
    }

    /// <summary>What the fix does, in few words.</summary>
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if ((await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false)).Any())
            {
                context.RegisterCodeFix(CodeAction.Create(Title, cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), Title), diagnostic);
            }
        }
    }

    /// <summary>The replacements that make a use replay; none where none are right.</summary>
    private protected abstract IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken);

    // What is reached in another member is mended there.
    private async Task<IEnumerable<Replacement>> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations.Count > 0
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        List<Replacement> found = [.. Find(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic, model, cancellationToken)];
        foreach (Replacement replacement in found)
        {
            if (replacement.Extended is { } method && await IsUsedAsync(method, document.Project.Solution, cancellationToken).ConfigureAwait(false))
            {
                return [];
            }
        }

        return found;
    }

    /// <summary>Whether code that nobody generates again names a method.</summary>
    private static async Task<bool> IsUsedAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        IEnumerable<ReferencedSymbol> references = await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false);
        return references.SelectMany(reference => reference.Locations).Any(location => location.Document is not SourceGeneratedDocument);
    }

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // Two uses may want the same change: of the method around them, or of the statements between them.
        var found = new Dictionary<SyntaxNode, Replacement>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (Replacement replacement in await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
            {
                found[replacement.Node] = replacement;
            }
        }

        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(Usings.Add(root.ReplaceNodes(found.Keys, (node, changed) => found[node].Change(changed))));
    }
}
