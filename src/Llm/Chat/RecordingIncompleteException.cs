namespace Daybook.Llm;

/// <summary>
/// A recorded answer was replayed as far as it goes, and that is not all of it: recording stopped before the answer did, is still going on, or something was
/// redacted or deleted since.
/// </summary>
public sealed class RecordingIncompleteException : DaybookException
{
    internal RecordingIncompleteException(string streamId, bool hasGaps)
        : base(hasGaps
            ? $"Of the recording in stream '{streamId}' something was redacted or deleted. What is left was replayed."
            : $"The recording in stream '{streamId}' has no end: neither that the answer was complete nor an error was recorded. What there is was replayed.") =>
        StreamId = streamId;

    /// <summary>The stream.</summary>
    public string StreamId { get; }
}
