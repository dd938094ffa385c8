namespace Daybook.Llm;

/// <summary>A recorded answer was replayed as far as it goes, and it has no end: recording stopped before the answer did, or is still going on.</summary>
public sealed class RecordingIncompleteException : DaybookException
{
    internal RecordingIncompleteException(string streamId)
        : base($"The recording in stream '{streamId}' has no end: neither that the answer was complete nor an error was recorded. What there is was replayed.") =>
        StreamId = streamId;

    /// <summary>The stream.</summary>
    public string StreamId { get; }
}
