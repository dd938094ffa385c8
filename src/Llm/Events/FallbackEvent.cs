namespace Daybook.Llm;

/// <summary>FALLBACK: another model is asked, from nothing.</summary>
/// <param name="To">The model that is asked now; 0 is the first choice.</param>
/// <param name="From">The model that was asked before.</param>
/// <param name="Reason">Why.</param>
[Event("llm.fallback")]
public sealed partial record FallbackEvent(int To, int? From = null, string? Reason = null);
