namespace Daybook.Llm;

/// <summary>ERROR: something went wrong.</summary>
/// <param name="Error">What.</param>
/// <param name="FailureType">What kind of failure it is.</param>
/// <param name="RecoveryStrategy">What is done about it.</param>
/// <param name="Policy">By which policy that was decided.</param>
[Event("llm.error")]
public sealed partial record ErrorEvent(LlmError Error, FailureType? FailureType = null, RecoveryStrategy? RecoveryStrategy = null, RecoveryPolicy? Policy = null)
{
    /// <summary>Whether the caller got the answer as it is, and no exception: the answer holds the error as data, or nothing at all.</summary>
    public bool IsReturned { get; init; }
}
