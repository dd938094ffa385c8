namespace Daybook.Llm;

/// <summary>FALLBACK: another model is asked, from nothing.</summary>
/// <param name="To">The model that is asked now; 0 is the first choice.</param>
[Event("llm.fallback")]
public sealed partial record FallbackEvent(int To)
{
    // No parameters: what is recorded from one model to another is given in that order, and nobody may take one for the other.

    /// <summary>The model that was asked before.</summary>
    public int? From { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
