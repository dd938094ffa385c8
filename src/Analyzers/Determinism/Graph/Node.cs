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

    /// <summary>As what the body returns the slot's object: itself, or inside of it.</summary>
    public List<int> Returns { get; } = [];

    /// <summary>Who gives the slot its object, and uses what the body returns.</summary>
    public List<(Node Caller, Call Call)> Givers { get; } = [];

    /// <summary>The slots of the same body whose objects this result may be.</summary>
    public List<Node> Sources { get; } = [];
}
