using System.Collections.Immutable;

namespace Daybook;

/// <summary>A page of the events that a query wants.</summary>
/// <param name="Events">The events in the order that the query asks for.</param>
/// <param name="Continuation">What to ask the next page with; null when there were no more events.</param>
public sealed record EventQueryPage(ImmutableArray<Envelope> Events, string? Continuation);
