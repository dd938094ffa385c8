using Daybook.Analyzers.Determinism.Facts;

namespace Daybook.Analyzers.Determinism.Reporting;

/// <summary>A body that must replay.</summary>
/// <param name="Body">The member's body.</param>
/// <param name="Reached">It, and those of its lambdas and local functions that run.</param>
internal sealed record Root(BodyFacts Body, IReadOnlyList<BodyFacts> Reached)
{
    /// <summary>Whether a call stays in the member: what it leads to has been looked at.</summary>
    public bool Contains(Call call) => Reached.Any(body => Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(body.Symbol, call.Target) && call.To == Slot.Run);
}
