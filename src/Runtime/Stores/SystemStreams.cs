namespace Daybook.Stores;

/// <summary>The names of the streams that are Daybook's own.</summary>
internal static class SystemStreams
{
    /// <summary>The stream that holds the snapshots of a user's stream, of all states that it is folded to.</summary>
    internal static string SnapshotsOf(string streamId) => "$snapshots:" + streamId;
}
