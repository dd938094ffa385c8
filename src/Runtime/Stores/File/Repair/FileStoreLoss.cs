namespace Daybook;

/// <summary>Something that a damaged store no longer gives.</summary>
/// <param name="File">The file.</param>
/// <param name="Position">Where in it; 0 when it is missing.</param>
/// <param name="Length">How many bytes of it cannot be read; 0 when that is not the trouble.</param>
/// <param name="StreamId">The stream, if it is known.</param>
/// <param name="FirstSequence">The first of the stream's events that are missing; -1 when that is not known.</param>
/// <param name="Count">How many events are missing; 0 when that is not known.</param>
/// <param name="Reason">What happened, in words.</param>
public sealed record FileStoreLoss(string File, long Position, long Length, string? StreamId, long FirstSequence, long Count, string Reason);
