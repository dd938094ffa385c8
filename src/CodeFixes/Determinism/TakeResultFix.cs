using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Takes what an immutable operation returns: into the variable that it was called on, or into the state that is returned next.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TakeResultFix : CodeFixProvider
{
    private const string Title = "Use what is returned";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.LostResult];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.AdditionalLocations.Count == 0))
        {
            if (root is not null && model is not null && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call
                && Fix(root, statement, call, model, context.CancellationToken) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), Title), diagnostic);
            }
        }
    }

    private static SyntaxNode? Fix(SyntaxNode root, ExpressionStatementSyntax statement, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        ITypeSymbol? result = model.GetTypeInfo(call, cancellationToken).Type;
        ReturnStatementSyntax? end = ReturnBehind(statement);
        ExpressionSyntax? receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (receiver is null or ThisExpressionSyntax)
        {
            return end is { Expression: ThisExpressionSyntax } && IsOwn(call, model, cancellationToken) && IsReturned(result, end, model, cancellationToken)
                ? root.Merge([statement], end, end.WithExpression(call.WithTriviaFrom(end.Expression))) : null;
        }

        ISymbol? target = model.GetSymbolInfo(receiver, cancellationToken).Symbol;
        if (!SymbolEqualityComparer.Default.Equals(result, model.GetTypeInfo(receiver, cancellationToken).Type))
        {
            return null;
        }

        if (target is ILocalSymbol { IsConst: false, IsForEach: false, IsUsing: false, RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } && receiver is IdentifierNameSyntax)
        {
            ExpressionSyntax assignment = StateSyntax.Set(receiver.ToString(), call).WithTriviaFrom(call);
            return root.ReplaceNode(call, assignment);
        }

        string? name = receiver.OwnName()?.Identifier.ValueText;
        bool isMember = target is IPropertySymbol { IsStatic: false, SetMethod: not null, ContainingType.IsRecord: true } or IFieldSymbol { IsStatic: false, IsReadOnly: false, ContainingType.IsRecord: true };
        return end is not null && name is not null && isMember && !end.SetNames().Contains(name, StringComparer.Ordinal)
            ? root.Merge([statement], end, end.With([(name, call)])) : null;
    }

    /// <summary>The next statement, when it returns the state.</summary>
    private static ReturnStatementSyntax? ReturnBehind(StatementSyntax statement)
    {
        int index = statement.Siblings().IndexOf(statement);
        return index >= 0 && index + 1 < statement.Siblings().Count && statement.Siblings()[index + 1] is ReturnStatementSyntax next && next.ReturnsThis() ? next : null;
    }

    private static bool IsOwn(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary };

    private static bool IsReturned(ITypeSymbol? result, ReturnStatementSyntax end, SemanticModel model, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(result, model.GetTypeInfo(end.Expression!, cancellationToken).Type);
}
