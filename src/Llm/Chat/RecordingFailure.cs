namespace Daybook.Llm;

/// <summary>A response that is not, or not wholly, on record; or recordings that a cache could not read.</summary>
/// <param name="StreamId">The response's stream; empty when it was not known yet.</param>
/// <param name="Exception">Why.</param>
public sealed record RecordingFailure(string StreamId, Exception Exception);
