using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>A way from one node to another.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Place">The expression; nothing where the compiler adds the call.</param>
internal sealed record Edge(Node Target, SyntaxNodeOrToken Place);
