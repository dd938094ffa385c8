namespace Daybook.Llm;

/// <summary>How often the answer was to be checked, in tokens.</summary>
public sealed record CheckIntervals
{
    /// <summary>By guardrails.</summary>
    public int? Guardrails { get; init; }

    /// <summary>For drift.</summary>
    public int? Drift { get; init; }

    /// <summary>By checkpoints.</summary>
    public int? Checkpoint { get; init; }
}
