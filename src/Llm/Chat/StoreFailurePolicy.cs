namespace Daybook.Llm;

/// <summary>What becomes of a response that cannot be recorded.</summary>
public enum StoreFailurePolicy
{
    /// <summary>
    /// The response goes on, and the failure is reported. The log stays an unfinished stream: nothing more of this response is recorded.
    /// </summary>
    GoOn,

    /// <summary>
    /// The response fails with the store's exception: one that ends is on record. Its chunks are handed out before that, as far ahead of the store as
    /// <see cref="RecordedChatOptions.BufferedEvents"/> lets them; with 1, each is on record before it is handed out.
    /// </summary>
    Fail,
}
