namespace Daybook.Stores;

/// <summary>
/// How a stream begins whose first events are not there: what a copy of a truncated stream starts with.
/// </summary>
/// <param name="FirstSequence">The sequence that the first appended event gets; 0 or more.</param>
/// <param name="Incarnation">The id of the first event that the stream ever had.</param>
/// <param name="FirstTimestampTicks">When that event was recorded: UTC ticks.</param>
/// <param name="HashBefore">The chain hash of the event before <paramref name="FirstSequence"/>; null in a stream without a chain.</param>
public sealed record StreamOrigin(long FirstSequence, EventId Incarnation, long FirstTimestampTicks, ChainHash? HashBefore);
