using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>A case of a union.</summary>
internal sealed record UnionCase(int Tag, INamedTypeSymbol Type);
