using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Llm;

/// <summary>What a guardrail found.</summary>
public sealed record GuardrailResult
{
    /// <summary>What broke the rules.</summary>
    public ImmutableArray<GuardrailViolation> Violations { get; init; } = [];

    /// <summary>Whether the answer should be asked for again.</summary>
    public bool ShouldRetry { get; init; }

    /// <summary>Whether the stream should end.</summary>
    public bool ShouldHalt { get; init; }

    /// <summary>Whether the check was passed, where it says so.</summary>
    public bool? Passed { get; init; }

    /// <summary>Whatever else the check says, as a JSON object.</summary>
    public JsonElement? Extra { get; init; }
}
