using System.Text.Json;

namespace Daybook.Llm;

// Every token copies the state. What tokens do not change is kept in two records of its own, so that a token copies a reference to each.
public sealed partial record LlmState
{
    [WireIgnore]
    private AttemptPart Attempt { get; init; } = AttemptPart.None;

    [WireIgnore]
    private LastingPart Lasting { get; init; } = LastingPart.None;

    /// <summary>What a new attempt says anew.</summary>
    private sealed record AttemptPart
    {
        internal static readonly AttemptPart None = new();

        internal bool Completed { get; init; }

        internal DateTimeOffset? EndedAt { get; init; }

        internal string? Model { get; init; }

        internal string? ResponseId { get; init; }

        internal string? FinishReason { get; init; }

        internal AppendableList<ToolCall> ToolCalls { get; init; }

        internal LlmUsage? Usage { get; init; }

        internal AppendableList<JsonElement> DataOutputs { get; init; }
    }

    /// <summary>What outlasts attempts.</summary>
    private sealed record LastingPart
    {
        internal static readonly LastingPart None = new();

        internal string Checkpoint { get; init; } = "";

        internal AppendableList<GuardrailViolation> Violations { get; init; }

        internal bool DriftDetected { get; init; }

        internal int RetryAttempts { get; init; }

        internal int NetworkRetryCount { get; init; }

        internal int FallbackIndex { get; init; }

        internal bool Resumed { get; init; }

        internal string? ResumePoint { get; init; }

        internal LlmError? Error { get; init; }

        internal AppendableList<LlmError> NetworkErrors { get; init; }

        internal DateTimeOffset? StartedAt { get; init; }
    }
}
