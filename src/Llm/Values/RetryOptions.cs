namespace Daybook.Llm;

/// <summary>How failed attempts were to be repeated.</summary>
public sealed record RetryOptions
{
    /// <summary>How many attempts count against the limit.</summary>
    public int? Attempts { get; init; }

    /// <summary>How many there may be at all.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The first wait.</summary>
    public TimeSpan? BaseDelay { get; init; }

    /// <summary>The longest wait.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>How waits grow: <c>exponential</c>, <c>linear</c>, <c>fixed</c>, or a name of one's own.</summary>
    public string? Backoff { get; init; }
}
