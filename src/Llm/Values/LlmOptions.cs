using System.Text.Json;

namespace Daybook.Llm;

/// <summary>What a stream was asked for. All of it is optional.</summary>
public sealed record LlmOptions
{
    /// <summary>The prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>How failed attempts were to be repeated.</summary>
    public RetryOptions? Retry { get; init; }

    /// <summary>How long was to be waited.</summary>
    public TimeoutOptions? Timeout { get; init; }

    /// <summary>How often the answer was to be checked.</summary>
    public CheckIntervals? CheckIntervals { get; init; }

    /// <summary>Whether a broken stream was to be taken up from its last checkpoint.</summary>
    public bool ContinueFromCheckpoint { get; init; }

    /// <summary>Whether drift was looked for.</summary>
    public bool DetectDrift { get; init; }

    /// <summary>Whether an empty answer was a failure.</summary>
    public bool DetectZeroTokens { get; init; }

    /// <summary>How many other models there were.</summary>
    public int FallbackCount { get; init; }

    /// <summary>How many guardrails there were.</summary>
    public int GuardrailCount { get; init; }

    /// <summary>The caller's own data, as a JSON object.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Further options, as a JSON object: temperature, user, request.</summary>
    public JsonElement? Extra { get; init; }
}
