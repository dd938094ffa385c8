using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Elements in an order that a replay need not repeat.</summary>
/// <param name="Source">The collection they come from, as messages write it.</param>
/// <param name="Reason">What its order is.</param>
/// <param name="Elements">What tells them apart.</param>
/// <param name="Severity">How sure it is that the order differs.</param>
internal sealed record Sequence(string Source, string Reason, Elements Elements, EffectSeverity Severity = EffectSeverity.Warning)
{
    /// <summary>The parameter, or the method of the compilation, that decides whether this is so; null when it is.</summary>
    public ISymbol? Origin { get; init; }

    /// <summary>What messages say of whoever follows the order.</summary>
    public string Explanation => $"follows the order of {Source}, {Reason}";
}
