namespace Daybook.Llm;

/// <summary>CHECKPOINT: so much of the answer is safe, and a broken stream can be taken up from here.</summary>
/// <param name="At">How many tokens it takes in.</param>
/// <param name="Content">The answer up to here.</param>
[Event("llm.checkpoint")]
public sealed partial record CheckpointEvent(int At, string Content);
