namespace Daybook.Llm;

/// <summary>What becomes of a response that cannot be recorded.</summary>
public enum StoreFailurePolicy
{
    /// <summary>
    /// The response goes on, and the failure is reported. The log stays an unfinished stream: nothing more of this response is recorded.
    /// </summary>
    GoOn,

    /// <summary>The response fails with the store's exception: nothing is said that is not on record.</summary>
    Fail,
}
