namespace Daybook;

/// <summary>What came of comparing a stream's snapshots with full folds.</summary>
/// <param name="Count">How many snapshots were compared.</param>
/// <param name="BadVersion">The version of the first snapshot that differs from the fold; null when none does.</param>
/// <param name="Comparison">Where that snapshot (before) differs from the fold (after).</param>
public sealed record SnapshotVerification(int Count, long? BadVersion, StateComparison Comparison)
{
    /// <summary>Whether all snapshots are what a fold gives.</summary>
    public bool IsValid => BadVersion is null;
}
