using System.Collections.Immutable;

namespace Daybook;

/// <summary>One page of a listing of streams.</summary>
/// <param name="Streams">The streams of this page, in no promised order.</param>
/// <param name="Continuation">What to ask the next page with; null when this is the last one.</param>
public sealed record StreamListing(ImmutableArray<StreamInfo> Streams, string? Continuation)
{
    /// <summary>Makes a page for a store that can walk over all of its streams in order.</summary>
    /// <param name="streams">All streams, in ordinal order of their ids.</param>
    /// <param name="prefix">What the ids start with; see <see cref="IEventStore.ListStreamsAsync"/>.</param>
    /// <param name="continuation">Null for the first page, then what the page before said.</param>
    /// <param name="maxCount">The greatest number of streams on the page.</param>
    /// <returns>The page.</returns>
    public static StreamListing Of(IEnumerable<StreamInfo> streams, string prefix, string? continuation, int maxCount)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(prefix);
        ImmutableArray<StreamInfo> found =
        [
            .. streams
                .Where(stream => stream.StreamId.StartsWith(prefix, StringComparison.Ordinal)
                    && (continuation is null || string.CompareOrdinal(stream.StreamId, continuation) > 0)
                    && (StreamId.IsSystem(prefix) || !StreamId.IsSystem(stream.StreamId)))
                .Take(maxCount + 1),
        ];
        return found.Length > maxCount ? new(found[..maxCount], found[maxCount - 1].StreamId) : new(found, null);
    }
}
