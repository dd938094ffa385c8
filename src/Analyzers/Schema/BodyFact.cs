using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Schema;

/// <summary>A body or initializer.</summary>
/// <param name="Syntax">Its text.</param>
/// <param name="References">The members of the compilation that it refers to.</param>
internal sealed record BodyFact(SyntaxNode Syntax, ImmutableArray<ISymbol> References);
