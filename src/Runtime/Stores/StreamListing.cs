using System.Collections.Immutable;

namespace Daybook;

/// <summary>One page of a listing of streams.</summary>
/// <param name="Streams">The streams of this page, in no promised order.</param>
/// <param name="Continuation">What to ask the next page with; null when this is the last one.</param>
public sealed record StreamListing(ImmutableArray<StreamInfo> Streams, string? Continuation);
