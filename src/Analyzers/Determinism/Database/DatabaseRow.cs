namespace Daybook.Analyzers.Determinism.Database;

/// <summary>What is known of one symbol or of those below it.</summary>
/// <param name="Kind">What it does to a replay, or what a reader would fear that it does.</param>
/// <param name="Severity">How bad it is; null when it is allowed.</param>
/// <param name="Id">The documentation id: of a member, with a <c>*</c> at its end of those that begin so, of a type or of a namespace.</param>
/// <param name="Reason">Why, in few words that go on after "it".</param>
/// <param name="Replacement">What to use instead; empty when nothing fits everywhere.</param>
internal sealed record DatabaseRow(NonDeterminism Kind, EffectSeverity? Severity, string Id, string Reason, string Replacement)
{
    /// <summary>Whether its reader need not fear it.</summary>
    public bool IsAllowed => Severity is null;
}
