using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>
/// What every store must do, case by case. Run each case against a fixture of its own with any test framework; a case
/// that returns has passed.
/// </summary>
public static class StoreCompliance
{
    /// <summary>The cases.</summary>
    public static ImmutableArray<ComplianceCase> Cases { get; } =
    [
        .. AppendCases.All,
        .. IdempotencyCases.All,
        .. ReadCases.All,
        .. StreamCases.All,
        .. ConcurrencyCases.All,
        .. InputCases.All,
    ];
}
