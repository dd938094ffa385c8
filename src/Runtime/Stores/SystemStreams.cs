namespace Daybook.Stores;

/// <summary>The names of the streams that are Daybook's own.</summary>
internal static class SystemStreams
{
    /// <summary>The stream that says which chained streams were deleted and which of their events replaced. A copy of the store needs it.</summary>
    internal const string Tombstones = "$tombstones";

    /// <summary>The stream that keeps the heads behind every anchor. A copy of the store needs it.</summary>
    internal const string Anchors = "$anchors";

    /// <summary>The stream that holds the snapshots of a user's stream, of all states that it is folded to.</summary>
    internal static string SnapshotsOf(string streamId) => "$snapshots:" + streamId;
}
