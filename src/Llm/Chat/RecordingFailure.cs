namespace Daybook.Llm;

/// <summary>A response that is not, or not wholly, on record.</summary>
/// <param name="StreamId">Its stream; empty when it was not known yet.</param>
/// <param name="Exception">Why.</param>
public sealed record RecordingFailure(string StreamId, Exception Exception);
