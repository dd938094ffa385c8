using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>The facts of all bodies of a compilation, as the compiler gets to them.</summary>
internal sealed class BodyTable
{
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _bodies = new(SymbolEqualityComparer.Default);

    public void Add(BodyFacts body) => _bodies[body.Symbol.Canonical()] = body;

    public BodyFacts? Find(ISymbol symbol) => _bodies.TryGetValue(symbol, out BodyFacts? body) ? body : null;
}
