namespace Daybook.Stores;

/// <summary>What becomes of a stream's part when its segment is rewritten.</summary>
/// <param name="Part">The part as it is.</param>
/// <param name="Definition">The stream before its first event that stays here; null when nothing of the part stays.</param>
/// <param name="KeepFrom">The first sequence that the stream still has; greater than all when it has been deleted.</param>
internal sealed record PartFate(StreamHead Part, StreamHead? Definition, long KeepFrom)
{
    /// <summary>Whether the stream, this incarnation of it, still exists.</summary>
    internal bool Lives => KeepFrom != long.MaxValue;

    internal bool HasDeadEvents => Part.Version > Part.SegmentSequence && KeepFrom > Part.SegmentSequence;

    /// <summary>Whether the part stays without an event: as the stream's end or beginning, as a link to earlier parts, or as its deletion.</summary>
    internal bool IsStub => Definition is { } definition && definition.Version == Part.Version;
}
