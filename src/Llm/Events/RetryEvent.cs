namespace Daybook.Llm;

/// <summary>RETRY: the answer is asked for again, from nothing.</summary>
/// <param name="Attempt">Which retry it is, from 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Delay">How long was waited before it.</param>
/// <param name="CountsTowardLimit">Whether it counts against the limit of attempts; retries for the network's sake do not.</param>
[Event("llm.retry")]
public sealed partial record RetryEvent(int Attempt, string Reason, TimeSpan? Delay = null, bool CountsTowardLimit = true);
