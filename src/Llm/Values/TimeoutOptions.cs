namespace Daybook.Llm;

/// <summary>How long was to be waited for the model.</summary>
public sealed record TimeoutOptions
{
    /// <summary>For its first token.</summary>
    public TimeSpan? InitialToken { get; init; }

    /// <summary>From one token to the next.</summary>
    public TimeSpan? InterToken { get; init; }
}
