namespace Daybook.Llm;

/// <summary>
/// Sees every event before it is stored and says what is stored in its place. What it throws is a failure to record: nothing is stored unseen.
/// A secret that is spread over several tokens shows in none of them; whoever must find it looks at the whole answer behind the stream.
/// </summary>
public abstract class ChatRedaction
{
    /// <summary>Sees START: prompt, options and request.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual StartEvent Redact(StartEvent value) => value;

    /// <summary>Sees what a chunk says besides its content.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual ChunkEvent Redact(ChunkEvent value) => value;

    /// <summary>Sees a token of text or reasoning.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual TokenEvent Redact(TokenEvent value) => value;

    /// <summary>Sees a tool call.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual ToolCallEvent Redact(ToolCallEvent value) => value;

    /// <summary>Sees what the answer has used.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual UsageEvent Redact(UsageEvent value) => value;

    /// <summary>Sees a content of another kind.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual ContentEvent Redact(ContentEvent value) => value;

    /// <summary>Sees a checkpoint; its text is what was stored of the tokens.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual CheckpointEvent Redact(CheckpointEvent value) => value;

    /// <summary>Sees RETRY, whose reason is the message of the error before.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual RetryEvent Redact(RetryEvent value) => value;

    /// <summary>Sees FALLBACK, whose reason is the message of the error before.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual FallbackEvent Redact(FallbackEvent value) => value;

    /// <summary>Sees COMPLETE.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual CompleteEvent Redact(CompleteEvent value) => value;

    /// <summary>Sees an error.</summary>
    /// <param name="value">The event.</param>
    /// <returns>What is stored.</returns>
    public virtual ErrorEvent Redact(ErrorEvent value) => value;

    /// <summary>Passes everything on.</summary>
    internal static ChatRedaction None { get; } = new Nothing();

    private sealed class Nothing : ChatRedaction;
}
