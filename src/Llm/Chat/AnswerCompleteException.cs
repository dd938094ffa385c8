namespace Daybook.Llm;

/// <summary>
/// A request was to be recorded as another attempt in a stream that holds a complete answer already. Thrown before the request is sent, whatever
/// <see cref="RecordedChatOptions.OnStoreFailure"/> says: it is no failure of the store, and the answer would be on no record.
/// </summary>
public sealed class AnswerCompleteException : DaybookException
{
    internal AnswerCompleteException(string streamId)
        : base($"The stream '{streamId}' holds a complete answer; let StreamId give every answer a stream of its own. What answers have in common, such as a conversation, is a correlation id: Metadata.") =>
        StreamId = streamId;

    /// <summary>The stream.</summary>
    public string StreamId { get; }
}
