using System.Collections.Immutable;

namespace Daybook.Agents;

/// <summary>One page of what a filter lets through.</summary>
/// <param name="Events">The events, newest first.</param>
/// <param name="Next">What to ask the next page with; null when this is the last one.</param>
public sealed record AgentEventPage(ImmutableArray<AgentEvent> Events, long? Next);
