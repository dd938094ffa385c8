namespace Daybook.Stores;

/// <summary>Encodes a group that changes a stream otherwise than by an append; the answer is its length.</summary>
/// <param name="segment">The segment that it goes to.</param>
/// <param name="stream">The stream there.</param>
/// <param name="definesStream">Whether the group has to introduce the stream.</param>
internal delegate int StreamEdit(LiveSegment segment, LiveStream stream, bool definesStream);
