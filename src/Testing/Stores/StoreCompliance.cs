using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>
/// What every store must do, case by case. Run each case against a fixture of its own with any test framework. A case
/// fails by throwing; one that a store's capabilities rule out says so in its <see cref="ComplianceResult"/>.
/// </summary>
public static class StoreCompliance
{
    /// <summary>The cases; each has a name of its own.</summary>
    public static ImmutableArray<ComplianceCase> Cases { get; } =
    [
        .. AppendCases.All,
        .. ExpectationCases.All,
        .. IdempotencyCases.All,
        .. FidelityCases.All,
        .. LimitCases.All,
        .. StreamIdCases.All,
        .. ReadCases.All,
        .. FeedCases.All,
        .. WaitCases.All,
        .. QueryCases.All,
        .. QueryPagingCases.All,
        .. ListingCases.All,
        .. StreamInfoCases.All,
        .. DeletionCases.All,
        .. TruncationCases.All,
        .. OriginCases.All,
        .. ReplacementCases.All,
        .. ChainCases.All,
        .. SnapshotCases.All,
        .. CallCases.All,
        .. ConcurrencyCases.All,
        .. ReopeningCases.All,
    ];
}
