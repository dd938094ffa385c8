using System.Text.Json;

namespace Daybook.Llm;

/// <summary>
/// What a recorded stream of a language model comes to. One reducer serves every way of replaying: a retry and a fallback begin a new attempt, from nothing;
/// a continuation goes on from its checkpoint; violations, drift, the checkpoint, errors and the counters outlast attempts. A new attempt has not ended.
/// </summary>
[State("llm")]
[Records<StartEvent>(As = "Start")]
[Records<TokenEvent>(As = "Token")]
[Records<CheckpointEvent>(As = "Checkpoint")]
[Records<GuardrailEvent>(As = "Guardrail")]
[Records<DriftEvent>(As = "Drift")]
[Records<RetryEvent>(As = "Retry")]
[Records<FallbackEvent>(As = "Fallback")]
[Records<ContinuationEvent>(As = "Continuation")]
[Records<CompleteEvent>(As = "Complete")]
[Records<ErrorEvent>(As = "Error")]
[Records<Redacted>]
[Records<ChunkEvent>(As = "Chunk")]
[Records<ToolCallEvent>(As = "ToolCall")]
[Records<UsageEvent>(As = "Usage")]
[Records<ContentEvent>(As = "Content")]
public sealed partial record LlmState
{
    /// <summary>The answer of this attempt so far. Appending to it costs the token's length, not the answer's.</summary>
    public AppendableText Content { get; init; }

    /// <summary>How many tokens of text this attempt has: one more than the last token's index.</summary>
    public int TokenCount { get; init; }

    /// <summary>How many token events there were in all attempts, of either kind.</summary>
    public long TokenEventCount { get; init; }

    /// <summary>The reasoning of this attempt so far.</summary>
    public AppendableText Reasoning { get; init; }

    /// <summary>How many tokens of reasoning this attempt has.</summary>
    public int ReasoningTokenCount { get; init; }

    /// <summary>The answer up to the last checkpoint; empty before the first.</summary>
    public string Checkpoint { get => Lasting.Checkpoint; init => Lasting = Lasting with { Checkpoint = value }; }

    /// <summary>Everything that guardrails found.</summary>
    public AppendableList<GuardrailViolation> Violations { get => Lasting.Violations; init => Lasting = Lasting with { Violations = value }; }

    /// <summary>Whether drift was ever found.</summary>
    public bool DriftDetected { get => Lasting.DriftDetected; init => Lasting = Lasting with { DriftDetected = value }; }

    /// <summary>Retries that count toward the limit.</summary>
    public int RetryAttempts { get => Lasting.RetryAttempts; init => Lasting = Lasting with { RetryAttempts = value }; }

    /// <summary>Retries that do not: for the network's sake.</summary>
    public int NetworkRetryCount { get => Lasting.NetworkRetryCount; init => Lasting = Lasting with { NetworkRetryCount = value }; }

    /// <summary>The model that was asked last; 0 is the first choice.</summary>
    public int FallbackIndex { get => Lasting.FallbackIndex; init => Lasting = Lasting with { FallbackIndex = value }; }

    /// <summary>Whether the answer was taken up from a checkpoint.</summary>
    public bool Resumed { get => Lasting.Resumed; init => Lasting = Lasting with { Resumed = value }; }

    /// <summary>The answer up to the place where it was taken up last.</summary>
    public string? ResumePoint { get => Lasting.ResumePoint; init => Lasting = Lasting with { ResumePoint = value }; }

    /// <summary>Whether the answer has ended as it should.</summary>
    public bool Completed { get => Attempt.Completed; init => Attempt = Attempt with { Completed = value }; }

    /// <summary>What went wrong last.</summary>
    public LlmError? Error { get => Lasting.Error; init => Lasting = Lasting with { Error = value }; }

    /// <summary>What went wrong with the network, in order.</summary>
    public AppendableList<LlmError> NetworkErrors { get => Lasting.NetworkErrors; init => Lasting = Lasting with { NetworkErrors = value }; }

    /// <summary>When the model was asked last: the time of the last START. When the stream began is <see cref="StreamMetadata.StartedAt"/>.</summary>
    public DateTimeOffset? StartedAt { get => Lasting.StartedAt; init => Lasting = Lasting with { StartedAt = value }; }

    /// <summary>When it ended, as it should or with an error; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get => Attempt.EndedAt; init => Attempt = Attempt with { EndedAt = value }; }

    /// <summary>The model that answers; null behind a FALLBACK until its name is known.</summary>
    public string? Model { get => Attempt.Model; init => Attempt = Attempt with { Model = value }; }

    /// <summary>The provider's id of this attempt's response.</summary>
    public string? ResponseId { get => Attempt.ResponseId; init => Attempt = Attempt with { ResponseId = value }; }

    /// <summary>Why the model stopped, in the provider's word.</summary>
    public string? FinishReason { get => Attempt.FinishReason; init => Attempt = Attempt with { FinishReason = value }; }

    /// <summary>The tools that this attempt wants to be called.</summary>
    public AppendableList<ToolCall> ToolCalls { get => Attempt.ToolCalls; init => Attempt = Attempt with { ToolCalls = value }; }

    /// <summary>What this attempt has used.</summary>
    public LlmUsage? Usage { get => Attempt.Usage; init => Attempt = Attempt with { Usage = value }; }

    /// <summary>Pieces of this attempt that are no text, as JSON.</summary>
    public AppendableList<JsonElement> DataOutputs { get => Attempt.DataOutputs; init => Attempt = Attempt with { DataOutputs = value }; }

    [Reducer]
    private LlmState On(StartEvent e, EventContext context) => this with { StartedAt = context.Timestamp, Model = e.Options.Model ?? Model };

    [Reducer]
    private LlmState On(TokenEvent e) => e.Kind == TokenKind.Text
        ? this with { Content = Content.Append(e.Value), TokenCount = CountAt(e.Index), TokenEventCount = TokenEventCount + 1 }
        : this with { Reasoning = Reasoning.Append(e.Value), ReasoningTokenCount = CountAt(e.Index), TokenEventCount = TokenEventCount + 1 };

    [Reducer]
    private LlmState On(CheckpointEvent e) => this with { Checkpoint = e.Content };

    [Reducer]
    private LlmState On(GuardrailEvent e) => this with { Violations = Violations.AppendRange(e.Result.Violations.AsSpan()) };

    [Reducer]
    private LlmState On(DriftEvent e) => this with { DriftDetected = DriftDetected || e.Result.Detected };

    // The same model is asked again.
    [Reducer]
    private LlmState On(RetryEvent e) => Restart() with
    {
        Model = Model,
        RetryAttempts = RetryAttempts + (e.CountsTowardLimit ? 1 : 0),
        NetworkRetryCount = NetworkRetryCount + (e.CountsTowardLimit ? 0 : 1),
    };

    [Reducer]
    private LlmState On(FallbackEvent e) => Restart() with { FallbackIndex = e.To };

    [Reducer]
    private LlmState On(ContinuationEvent e) => this with
    {
        Content = e.Checkpoint,
        TokenCount = e.At,
        Resumed = true,
        ResumePoint = e.Checkpoint,
        Completed = false,
        EndedAt = null,
        ResponseId = null,
        FinishReason = null,
    };

    [Reducer]
    private LlmState On(CompleteEvent e, EventContext context) => this with
    {
        Completed = true,
        Content = e.Content is null ? Content : e.Content,
        TokenCount = e.TokenCount ?? TokenCount,
        FinishReason = e.FinishReason ?? FinishReason,
        EndedAt = context.Timestamp,
    };

    [Reducer]
    private LlmState On(ErrorEvent e, EventContext context) => this with
    {
        Error = e.Error,
        NetworkErrors = e.FailureType == FailureType.Network ? NetworkErrors.Append(e.Error) : NetworkErrors,
        EndedAt = context.Timestamp,
    };

    [Reducer]
    private LlmState On(ChunkEvent e) => this with
    {
        Attempt = Attempt with { Model = e.Model ?? Model, ResponseId = e.ResponseId ?? ResponseId, FinishReason = e.FinishReason ?? FinishReason },
    };

    [Reducer]
    private LlmState On(ToolCallEvent e) => this with { ToolCalls = ToolCalls.Append(e.Call) };

    [Reducer]
    private LlmState On(UsageEvent e) => this with { Usage = Usage?.Plus(e.Usage) ?? e.Usage };

    [Reducer]
    private LlmState On(ContentEvent e) => this with { DataOutputs = DataOutputs.Append(e.Content) };

    /// <summary>How many tokens there are with the one of an index. No more than can be counted.</summary>
    private static int CountAt(int index) => index == int.MaxValue ? int.MaxValue : index + 1;

    /// <summary>A new attempt says everything anew.</summary>
    private LlmState Restart() => this with { Content = default, TokenCount = 0, Reasoning = default, ReasoningTokenCount = 0, Attempt = AttemptPart.None };
}
