namespace Daybook.Llm;

/// <summary>CONTINUATION: the answer is taken up from a checkpoint.</summary>
/// <param name="Checkpoint">The answer up to there.</param>
/// <param name="At">How many tokens that is.</param>
[Event("llm.continuation")]
public sealed partial record ContinuationEvent(string Checkpoint, int At);
