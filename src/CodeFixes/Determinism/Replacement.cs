using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>How a node becomes another one.</summary>
/// <param name="Node">The node.</param>
/// <param name="Change">Changes it, whatever has been changed inside it before.</param>
internal sealed record Replacement(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)
{
    /// <summary>The method that gets another parameter, so that nobody may call it by hand; null where none does.</summary>
    public IMethodSymbol? Extended { get; init; }

    /// <summary>Whether the result compiles, as far as an expression can be looked at alone.</summary>
    public bool Binds(SemanticModel model)
    {
        SyntaxNode changed = Change(Node);
        return changed is ImplicitObjectCreationExpressionSyntax || Node.DescendantNodesAndSelf().Any(node => node is MemberBindingExpressionSyntax)
            || changed is not ExpressionSyntax expression
            || model.GetSpeculativeSymbolInfo(Node.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol is not null;
    }
}
