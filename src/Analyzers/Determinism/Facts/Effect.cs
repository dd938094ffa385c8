using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Something that does not replay, where it stands.</summary>
/// <param name="Kind">What makes a replay differ.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Api">What is used, as a message writes it.</param>
/// <param name="Reason">Why it does not replay, in few words that go on after "it".</param>
/// <param name="Place">The operation, or the token of it, that a diagnostic points at.</param>
internal sealed record Effect(NonDeterminism Kind, EffectSeverity Severity, string Api, string Reason, SyntaxNodeOrToken Place)
{
    /// <summary>The documentation id of what is used; null where that is no member.</summary>
    public string? Id { get; init; }

    /// <summary>What to use instead, in few words that go on after "use"; empty when nothing fits everywhere.</summary>
    public string Replacement { get; init; } = "";

    /// <summary>Whether it is about code that other projects may add, which the whole program shows only.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether what is used belongs to another assembly, which cannot be changed here.</summary>
    public bool IsForeign { get; init; }
}
