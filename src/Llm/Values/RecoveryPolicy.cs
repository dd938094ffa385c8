namespace Daybook.Llm;

/// <summary>By what it was decided how to go on after a failure.</summary>
public sealed record RecoveryPolicy
{
    /// <summary>The policy's name, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>Whether retries were allowed.</summary>
    public bool RetryEnabled { get; init; }

    /// <summary>Whether other models were allowed.</summary>
    public bool FallbackEnabled { get; init; }

    /// <summary>How many retries were allowed.</summary>
    public int MaxRetries { get; init; }

    /// <summary>How many other models were allowed.</summary>
    public int MaxFallbacks { get; init; }

    /// <summary>Which attempt it was, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Which model it was; 0 is the first choice.</summary>
    public int FallbackIndex { get; init; }
}
