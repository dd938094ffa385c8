namespace Daybook.Agents;

/// <summary>A snapshot was taken. It is not recorded, since the snapshot itself is kept; but a state is what events come to, and this is what it comes from.</summary>
/// <param name="Snapshot">The snapshot.</param>
[Event("aggregate.snapshot-taken")]
internal sealed partial record SnapshotTaken(AggregateSnapshot Snapshot);
