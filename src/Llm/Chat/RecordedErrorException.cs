namespace Daybook.Llm;

/// <summary>What went wrong when an answer was recorded goes wrong again when it is replayed.</summary>
public sealed class RecordedErrorException : DaybookException
{
    internal RecordedErrorException(string streamId, ErrorEvent recorded)
        : base($"{recorded.Error.Message} (This error was recorded in stream '{streamId}' as {recorded.Error.Name}.)")
    {
        StreamId = streamId;
        Error = recorded.Error;
        FailureType = recorded.FailureType;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The error as it was recorded.</summary>
    public LlmError Error { get; }

    /// <summary>What kind of failure it was.</summary>
    public FailureType? FailureType { get; }
}
