using Microsoft.CodeAnalysis;

namespace Daybook.CodeFixes.Determinism;

/// <summary>How an expression becomes another one.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Change">Changes it, whatever has been changed inside it before.</param>
internal sealed record Replacement(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change);
