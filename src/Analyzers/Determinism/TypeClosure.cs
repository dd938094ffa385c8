using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism;

/// <summary>A type and what it is made of, down to the last part.</summary>
internal static class TypeClosure
{
    // Parts of generic types can grow for ever: record Pair<T>(T Value, Pair<Pair<T>>? Next).
    private const int MaxCount = 1_000;

    /// <summary>The type first, and each once: types hold themselves, and one is held by many.</summary>
    public static IEnumerable<ITypeSymbol> Of(ITypeSymbol type, Func<ITypeSymbol, IEnumerable<ITypeSymbol>> parts)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { type };
        var open = new Queue<ITypeSymbol>([type]);
        while (open.Count > 0)
        {
            ITypeSymbol next = open.Dequeue();
            yield return next;
            foreach (ITypeSymbol part in parts(next))
            {
                if (seen.Count < MaxCount && seen.Add(part))
                {
                    open.Enqueue(part);
                }
            }
        }
    }
}
