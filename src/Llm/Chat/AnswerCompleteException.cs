namespace Daybook.Llm;

/// <summary>A request was to be recorded as another attempt in a stream that holds a complete answer already.</summary>
public sealed class AnswerCompleteException : DaybookException
{
    internal AnswerCompleteException(string streamId)
        : base($"The stream '{streamId}' holds a complete answer; give another request a stream id of its own.") => StreamId = streamId;

    /// <summary>The stream.</summary>
    public string StreamId { get; }
}
