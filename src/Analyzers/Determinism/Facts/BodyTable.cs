using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>The facts of all bodies of a compilation, as the compiler gets to them.</summary>
internal sealed class BodyTable
{
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _captures = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<Effect>> _changes = new(SymbolEqualityComparer.Default);

    public void Add(BodyFacts body)
    {
        _bodies[body.Symbol.Canonical()] = body;
        foreach (IParameterSymbol parameter in body.Captures)
        {
            _captures[parameter] = true;
        }

        foreach ((ISymbol member, Effect effect) in body.Changes)
        {
            _changes.GetOrAdd(member, static _ => []).Add(effect);
        }
    }

    /// <summary>What changes the content of a static member, in the order of the text.</summary>
    public IEnumerable<Effect> ChangesOf(ISymbol member) => _changes.TryGetValue(member, out ConcurrentBag<Effect>? changes)
        ? changes.OrderBy(change => change.Place.GetLocation(), PlaceComparer.Instance)
        : [];

    /// <summary>Whether an object keeps a parameter of its primary constructor.</summary>
    public bool IsCaptured(IParameterSymbol parameter) => _captures.ContainsKey(parameter);

    public BodyFacts? Find(ISymbol symbol) => _bodies.TryGetValue(symbol, out BodyFacts? body) ? body : null;
}
