using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Daybook.Analyzers;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Schema;

/// <summary>Raises the version of a state whose reducers changed, or accepts that they mean the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangedReducersFix : CodeFixProvider
{
    private const string RaiseTitle = "Raise Version so that old snapshots are dropped";
    private const string AcceptTitle = "Accept: the reducers mean the same";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ReducersChanged];

    /// <summary>None: it accepts a change, or drops snapshots; which of the two is right, only somebody who knows the change can say.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        Diagnostic diagnostic = context.Diagnostics[0];
        if (LockEdit.Find(diagnostic.Properties) is not { } accept || LockEdit.Find(diagnostic.Properties, FixProperties.Raise) is not { } raise
            || !int.TryParse(diagnostic.Properties[FixProperties.RaisedVersion], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return;
        }

        if (await FindMarkerAsync(document, context.Span.Start, context.CancellationToken).ConfigureAwait(false) is { } marker)
        {
            context.RegisterCodeFix(
                CodeAction.Create(RaiseTitle, cancellationToken => RaiseAsync(document.Project.Solution, document.Project.Id, marker, version, raise, cancellationToken), RaiseTitle),
                diagnostic);
        }

        context.RegisterCodeFix(
            CodeAction.Create(AcceptTitle, cancellationToken => document.Project.Solution.EditLockAsync(document.Project.Id, [accept], cancellationToken), AcceptTitle),
            diagnostic);
    }

    /// <summary>Finds the attribute; it may stand on another part of the record, in another file.</summary>
    private static async Task<AttributeSyntax?> FindMarkerAsync(Document document, int position, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var declaration = root?.FindToken(position).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        ISymbol? type = declaration is null ? null : model?.GetDeclaredSymbol(declaration, cancellationToken);
        AttributeData? attribute = type?.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() is "Daybook.StateAttribute");
        return attribute?.ApplicationSyntaxReference is { } reference
            ? await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) as AttributeSyntax
            : null;
    }

    private static async Task<Solution> RaiseAsync(
        Solution solution, ProjectId projectId, AttributeSyntax marker, int version, LockEdit edit, CancellationToken cancellationToken)
    {
        AttributeSyntax raised = NamedArgument.Set(marker, "Version", SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(version)));
        Solution changed = await NamedArgument.ReplaceAsync(solution, marker, raised, cancellationToken).ConfigureAwait(false);
        return await changed.EditLockAsync(projectId, [edit], cancellationToken).ConfigureAwait(false);
    }
}
