using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Makes a new id a member of the event, to be set where the event is recorded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MoveIdIntoEventFix : CodeFixProvider
{
    private const string Title = "Move the id into the event";
    private const string Member = "NewId";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Random];

    /// <summary>None: it changes an event's schema.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        if (context.Diagnostics[0].AdditionalLocations.Count > 0
            || await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(context.Span, getInnermostNodeForTie: true) is not InvocationExpressionSyntax call
            || !EventIdFix.MakesGuid(call, model, cancellationToken)
            || EventContextParameter.Around(call, model, cancellationToken) is null
            || EventOf(call, model, cancellationToken) is not { } parameter
            || parameter.Type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<RecordDeclarationSyntax>().FirstOrDefault(record => record.ParameterList is not null) is not { } declaration
            || parameter.Type.GetMembers(Member).Length > 0
            || context.Document.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } target)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(Title, token => FixAsync(context.Document, call, target, declaration, parameter.Name, token), Title),
            context.Diagnostics);
    }

    /// <summary>The parameter of a reducer or an upcaster that is the event.</summary>
    private static IParameterSymbol? EventOf(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(call.FirstAncestorOrSelf<MethodDeclarationSyntax>()!, cancellationToken)?.Parameters
            .FirstOrDefault(parameter => parameter.Type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() is "Daybook.EventAttribute"));

    private static async Task<Solution> FixAsync(Document document, SyntaxNode call, Document target, RecordDeclarationSyntax declaration, string parameter, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(document.Project.Solution);
        DocumentEditor calls = await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
        calls.ReplaceNode(call, SyntaxFactory.ParseExpression($"{parameter}.{Member}").WithTriviaFrom(call));
        DocumentEditor events = await editor.GetDocumentEditorAsync(target.Id, cancellationToken).ConfigureAwait(false);

        // Events that were recorded without it read as the empty id, and calls that do not give it still compile.
        ParameterSyntax added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Member))
            .WithType(SyntaxFactory.ParseTypeName("global::System.Guid").WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)).WithLeadingTrivia(SyntaxFactory.Space));
        events.ReplaceNode(declaration, (node, _) => AddParameter((RecordDeclarationSyntax)node, added));
        return editor.GetChangedSolution();
    }

    private static RecordDeclarationSyntax AddParameter(RecordDeclarationSyntax record, ParameterSyntax added) => record.WithParameterList(record.ParameterList!.AddParameters(added));
}
