using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Takes the event's id instead of making a new one: not where a method makes several, which must differ.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EventIdFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Random];

    private protected override string Title => "Use the event's id";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax call && MakesGuid(call, model, cancellationToken)
        && EventContextParameter.Around(node, model, cancellationToken) is { } context && !IsOneOfSeveral(call, model, cancellationToken)
            ? context.Use(call, "EventId.ToGuid()")
            : [];

    internal static bool MakesGuid(ExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "NewGuid" or "CreateVersion7", ContainingType: { } type } && type.ToDisplayString() is "System.Guid";

    /// <summary>Whether the method makes another id, or this one more than once.</summary>
    private static bool IsOneOfSeveral(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        MethodDeclarationSyntax method = call.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        bool isRepeated = call.Ancestors().TakeWhile(ancestor => ancestor != method).Any(ancestor => ancestor
            is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return isRepeated || method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => other != call && MakesGuid(other, model, cancellationToken));
    }
}
