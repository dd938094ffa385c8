using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>Tells nodes apart.</summary>
internal sealed class NodeKeyComparer : IEqualityComparer<(ISymbol Symbol, int Slot)>
{
    public static readonly NodeKeyComparer Instance = new();

    public bool Equals((ISymbol Symbol, int Slot) x, (ISymbol Symbol, int Slot) y) => x.Slot == y.Slot && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

    public int GetHashCode((ISymbol Symbol, int Slot) obj) => (SymbolEqualityComparer.Default.GetHashCode(obj.Symbol) * 31) + obj.Slot;
}
