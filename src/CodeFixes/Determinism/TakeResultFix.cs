using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Takes what an immutable operation returns: into the variable that it was called on, or into the state that is returned next.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TakeResultFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.LostResult];

    private protected override string Title => "Use what is returned";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call)
        {
            return [];
        }

        ITypeSymbol? result = model.GetTypeInfo(call, cancellationToken).Type;
        ReturnStatementSyntax? end = statement.ReturnBehind();
        ExpressionSyntax? receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (receiver is null or ThisExpressionSyntax)
        {
            return end is { Expression: ThisExpressionSyntax } && IsOwn(call, model, cancellationToken) && IsReturned(result, end, model, cancellationToken)
                ? StateSyntax.Merge([statement], end, end.WithExpression(call.WithTriviaFrom(end.Expression))) : [];
        }

        ISymbol? target = model.GetSymbolInfo(receiver, cancellationToken).Symbol;
        if (!SymbolEqualityComparer.Default.Equals(result, model.GetTypeInfo(receiver, cancellationToken).Type))
        {
            return [];
        }

        if (target is ILocalSymbol { IsConst: false, IsForEach: false, IsUsing: false, RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } && receiver is IdentifierNameSyntax)
        {
            return [new(call, current => StateSyntax.Set(receiver.ToString(), (ExpressionSyntax)current).WithTriviaFrom(current))];
        }

        string? name = receiver.OwnName()?.Identifier.ValueText;
        bool isMember = target is IPropertySymbol { IsStatic: false, SetMethod: not null, ContainingType.IsRecord: true } or IFieldSymbol { IsStatic: false, IsReadOnly: false, ContainingType.IsRecord: true };
        return end is not null && name is not null && isMember && !end.SetNames().Contains(name, StringComparer.Ordinal)
            ? StateSyntax.Merge([statement], end, end.With([(name, call)])) : [];
    }

    private static bool IsOwn(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary };

    private static bool IsReturned(ITypeSymbol? result, ReturnStatementSyntax end, SemanticModel model, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(result, model.GetTypeInfo(end.Expression!, cancellationToken).Type);
}
