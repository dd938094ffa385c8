using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Shape;

/// <summary>Adds to a state a reducer to fill in, for an event that none has: one action for each state of the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReducerStubFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnusedEvent];

    /// <summary>None: which state an event belongs to is decided for each.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not TypeDeclarationSyntax declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type
            || model.Compilation.GetTypeByMetadataName("Daybook.StateAttribute") is not { } marker)
        {
            return;
        }

        Project project = context.Document.Project;
        foreach (INamedTypeSymbol state in ReducerStub.StatesOf(model.Compilation, marker).Where(state => model.Compilation.IsSymbolAccessibleWithin(type, state)))
        {
            if (ReducerStub.FindDeclaration(state, context.CancellationToken) is { } place && project.GetDocument(place.SyntaxTree) is { } document)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add a reducer to {state.Name}", cancellationToken => ReducerStub.AddAsync(document, place, state, type, cancellationToken), $"{nameof(ReducerStubFix)} {state.ToDisplayString()}"),
                    context.Diagnostics);
            }
        }
    }
}
