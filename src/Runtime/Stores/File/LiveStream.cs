namespace Daybook.Stores;

/// <summary>A stream in the segment that is written to.</summary>
internal sealed class LiveStream : StreamHead
{
    internal required ulong Hash { get; init; }

    internal List<GroupMark> Groups { get; } = [];

    /// <summary>The version that readers may see.</summary>
    internal long CommittedVersion { get; set; }

    internal long CommittedTimestamp { get; set; }

    internal bool CommittedDeletion { get; set; }

    /// <summary>All ids that the stream has in this segment, once somebody had to look.</summary>
    internal Dictionary<EventId, long>? Ids { get; set; }

    internal bool IsVisible => CommittedVersion > 0 && !CommittedDeletion;
}
