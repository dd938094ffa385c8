using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Reporting;

/// <summary>Reports what stands in a root itself, or in the lambdas and local functions that it uses: as one types.</summary>
internal static class DirectUses
{
    public static void Report(BodyFacts root, IReadOnlyList<BodyFacts> bodies, Reporter reporter)
    {
        string name = root.Symbol.ToRoot();
        var reported = new HashSet<(NonDeterminism, Microsoft.CodeAnalysis.Text.TextSpan)>();
        foreach (BodyFacts body in ReachedIn(root, bodies))
        {
            foreach ((int slot, Effect effect) in body.Effects)
            {
                if (Slot.IsGiven(slot) && reported.Add((effect.Kind, effect.Place.Span)))
                {
                    reporter.Report(effect.Place, [name, effect.Api], [], effect);
                }
            }
        }
    }

    /// <summary>The bodies of a member that run when it does: a local function that nobody calls does not.</summary>
    public static IReadOnlyList<BodyFacts> ReachedIn(BodyFacts root, IReadOnlyList<BodyFacts> bodies)
    {
        var own = bodies.ToDictionary(body => body.Symbol, SymbolEqualityComparer.Default);
        var reached = new List<BodyFacts> { root };
        for (int i = 0; i < reached.Count; i++)
        {
            foreach (Call call in reached[i].Calls)
            {
                if (own.TryGetValue(call.Target, out BodyFacts? body) && !reached.Contains(body))
                {
                    reached.Add(body);
                }
            }
        }

        return reached;
    }
}
