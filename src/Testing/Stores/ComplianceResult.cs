namespace Daybook.Testing;

/// <summary>How a case ended that did not fail.</summary>
/// <param name="NotApplicable">Why the case does not apply to the store; null when the store passed it.</param>
public sealed record ComplianceResult(string? NotApplicable)
{
    /// <summary>The store does what the case says.</summary>
    public static ComplianceResult Passed { get; } = new(NotApplicable: null);

    /// <inheritdoc/>
    public override string ToString() => NotApplicable is null ? "passed" : "not applicable: " + NotApplicable;
}
