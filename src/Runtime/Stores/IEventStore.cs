using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Where recorded events live. The interface is what a store must do; what users call stands in extension methods and
/// in recorders. Streams whose ids start with <c>$</c> are Daybook's own: feeds and listings leave them out, unless
/// a listing's prefix asks for them.
/// </summary>
public interface IEventStore : IAsyncDisposable
{
    /// <summary>What the store can do.</summary>
    StoreCapabilities Capabilities { get; }

    /// <summary>How much the store takes.</summary>
    StoreLimits Limits { get; }

    /// <summary>
    /// Appends events to a stream, all or nothing. The event ids are looked at first: if all of them stand in the
    /// stream already, side by side, in this order, with the same types and payloads, nothing is written and the
    /// result says where they stand. Only then the expected version is looked at.
    /// </summary>
    /// <param name="batch">The events; the caller keeps it and leaves it alone until the append has ended.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written; later it has no effect.</param>
    /// <returns>Where the events stand, once they survive what <see cref="AppendBatch.Durability"/> says.</returns>
    /// <exception cref="ConcurrencyException">The stream is not at the expected version.</exception>
    /// <exception cref="DuplicateEventException">Some ids are known, but this is not the same append.</exception>
    /// <exception cref="StoreLimitException">The append is too large for the store.</exception>
    ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Reads a page of a stream.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="fromSequence">The first sequence to read; a lower one than the stream has starts at its first.</param>
    /// <param name="maxCount">The greatest number of events; a store may give fewer, but gives some while there are any.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page; empty at the end of the stream, or when there is no stream.</returns>
    ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default);

    /// <summary>Reads a page of the feed: all events of all users' streams by rising offset.</summary>
    /// <param name="fromOffset">The first offset to read.</param>
    /// <param name="maxCount">The greatest number of events; a store may give fewer, but gives some while there are any.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page; empty when there are no more at the moment.</returns>
    ValueTask<EventPage> ReadFeedAsync(long fromOffset, int maxCount, CancellationToken cancellationToken = default);

    /// <summary>How far the feed goes now: below this offset nothing can appear any more.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The offset behind the last event that the feed shows; it never falls.</returns>
    ValueTask<long> GetFeedEndAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits for the feed to go beyond an offset. It may return before, so ask the feed again.</summary>
    /// <param name="offset">How far the caller has read: the next offset that it wants.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Done when there may be more.</returns>
    ValueTask WaitForFeedAsync(long offset, CancellationToken cancellationToken = default);

    /// <summary>Reads a page of those events of the feed that a query wants.</summary>
    /// <param name="query">Which events, and in which direction.</param>
    /// <param name="fromOffset">
    /// The first offset to look at; of a query with the newest first the offset below which to look, <see cref="long.MaxValue"/> to
    /// start at the end.
    /// </param>
    /// <param name="maxCount">The greatest number of events; a store may give fewer, but gives some while there are any.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>
    /// The page, in the order that the query asks for; empty when there are no more at the moment. <see cref="EventPage.Next"/> is the
    /// offset to go on with.
    /// </returns>
    ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default);

    /// <summary>What the store knows of a stream, without reading its events.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The knowledge, or null when there is no stream.</returns>
    ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default);

    /// <summary>Lists streams by the start of their ids, page by page.</summary>
    /// <param name="prefix">What the ids start with, compared ordinally; empty for all users' streams.</param>
    /// <param name="continuation">Null for the first page, then what the page before said.</param>
    /// <param name="maxCount">The greatest number of streams on a page.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>A page. A stream that exists throughout the listing is on exactly one of its pages.</returns>
    ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default);

    /// <summary>Forgets a stream; the next append to it starts at sequence 0 as a new incarnation.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="expectedVersion">What is expected of the stream's version.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>False when there was no such stream.</returns>
    /// <exception cref="ConcurrencyException">The stream is not at the expected version.</exception>
    ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default);

    /// <summary>Removes the first events of a stream. Its version and the sequences of its other events stay.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="firstSequence">The first sequence to keep; at most the stream's version, which removes all events.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>False when there was nothing to remove.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The stream does not go that far.</exception>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="NotSupportedException">The store cannot: see <see cref="StoreCapabilities.CanTruncate"/>.</exception>
    ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default);

    /// <summary>
    /// Puts another type and payload in an event's place; everything else of it stays, its chain hash included. For redaction:
    /// what it replaces is gone for good.
    /// </summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event.</param>
    /// <param name="schema">The new type.</param>
    /// <param name="payload">The new payload.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>False when the stream has no such event (any more).</returns>
    /// <exception cref="NotSupportedException">The store cannot: see <see cref="StoreCapabilities.CanReplace"/>.</exception>
    ValueTask<bool> ReplaceEventAsync(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default);
}
