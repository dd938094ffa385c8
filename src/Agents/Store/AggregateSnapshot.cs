using System.Text.Json;

namespace Daybook.Agents;

/// <summary>What somebody else has worked out from the events of an aggregate, kept beside them; nothing of it is folded.</summary>
[State("aggregate-snapshot", View = true)]
public sealed partial record AggregateSnapshot
{
    /// <summary>The data, as JSON.</summary>
    public JsonElement Data { get; init; }

    /// <summary>The version of the aggregate that the data stands for: how many events it takes in.</summary>
    public long Version { get; init; }

    /// <summary>The last event that it takes in.</summary>
    public Guid LastEventId { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is not found any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    [Reducer]
    private static AggregateSnapshot On(AggregateSnapshot _, SnapshotTaken e) => e.Snapshot;
}
