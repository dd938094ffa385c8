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
}
