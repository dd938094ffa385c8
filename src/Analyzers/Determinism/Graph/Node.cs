using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>A slot of a body, with all the ways out of it.</summary>
internal sealed class Node(int index, ISymbol symbol, int slot)
{
    /// <summary>Its place in the order in which nodes were found: the same every time.</summary>
    public int Index { get; } = index;

    public ISymbol Symbol { get; } = symbol;

    public int Slot { get; } = slot;

    public List<Effect> Effects { get; } = [];

    public List<Edge> Edges { get; } = [];
}
