namespace Daybook.Analyzers.Determinism;

/// <summary>What an attribute claims of a member; nothing by default.</summary>
/// <param name="IsTrusted">Whether it is deterministic.</param>
/// <param name="Reason">Why; null when that is checked.</param>
internal readonly record struct Claim(bool IsTrusted, string? Reason)
{
    /// <summary>Whether no attribute speaks of the member.</summary>
    public bool IsSilent => !IsTrusted && Reason is null;

    /// <summary>Whether the analysis must prove it.</summary>
    public bool IsChecked => IsTrusted && Reason is null;
}
