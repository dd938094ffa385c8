namespace Daybook.Llm;

/// <summary>COMPLETE: the answer has ended as it should.</summary>
/// <param name="Content">The whole answer; null when it is what the tokens say.</param>
/// <param name="TokenCount">How many tokens it has; null when it is as many as there were.</param>
/// <param name="FinishReason">Why the model stopped, in the provider's word.</param>
[Event("llm.complete")]
public sealed partial record CompleteEvent(string? Content = null, int? TokenCount = null, string? FinishReason = null);
