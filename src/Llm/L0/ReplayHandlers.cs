namespace Daybook.Llm;

/// <summary>Handlers of a replay that take the place of all others: see <see cref="ReplayResult.SetHandlers"/>.</summary>
public sealed record ReplayHandlers
{
    /// <summary>Hears of every token of the answer.</summary>
    public Action<string>? OnToken { get; init; }

    /// <summary>Hears of everything that guardrails found.</summary>
    public Action<GuardrailViolation>? OnViolation { get; init; }

    /// <summary>Hears of every retry: which one, and why.</summary>
    public Action<int, string>? OnRetry { get; init; }

    /// <summary>Hears of every event, behind the other handlers.</summary>
    public Action<Envelope>? OnEvent { get; init; }
}
