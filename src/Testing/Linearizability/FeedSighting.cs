namespace Daybook.Testing;

/// <summary>An event as somebody who followed the feed saw it.</summary>
/// <param name="Offset">Its offset.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Id">Its id.</param>
public readonly record struct FeedSighting(long Offset, string StreamId, long Sequence, EventId Id);
