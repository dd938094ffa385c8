namespace Daybook.Stores;

/// <summary>
/// A view of a store that leaves out what is expired: <c>now − time stamp &gt; ttl</c>. Nothing is remembered: when the clock is set back,
/// what was not removed yet is there again. Delete and purge through one such view at a time.
/// </summary>
public abstract class TtlEventStore : DelegatingEventStore
{
    private readonly TimeProvider _clock;

    // Without it a stream that was found expired could be deleted by one caller, written anew by a second and then,
    // being at the same version again, be deleted by a third.
    private readonly StreamLocks _removals = new();

    private protected TtlEventStore(IEventStore inner, TimeSpan ttl, TimeProvider clock)
        : base(inner)
    {
        Ttl = ttl;
        _clock = clock;
    }

    /// <summary>How long what is recorded lives.</summary>
    public TimeSpan Ttl { get; }

    /// <summary>What expires.</summary>
    public abstract TtlMode Mode { get; }

    /// <summary>Removes what is expired from the store behind this view, as far as the store can.</summary>
    /// <remarks>
    /// Mode <see cref="TtlMode.Streams"/> deletes streams; mode <see cref="TtlMode.Events"/> truncates them, so that an expired event
    /// behind one that is not stays, unseen, until that one is expired, too. What is appended meanwhile is not touched.
    /// </remarks>
    /// <param name="cancellationToken">Ends the work between two streams.</param>
    /// <returns>How many events were removed.</returns>
    /// <exception cref="NotSupportedException">Events cannot be removed from streams of this store.</exception>
    public ValueTask<long> PurgeExpiredAsync(CancellationToken cancellationToken = default) => PurgeExpiredAsync("", cancellationToken);

    /// <summary>Removes what is expired of some streams only, where the store holds other things that are to stay.</summary>
    /// <param name="prefix">What the streams' ids start with, compared ordinally; empty for all users' streams.</param>
    /// <param name="cancellationToken">Ends the work between two streams.</param>
    /// <returns>How many events were removed.</returns>
    /// <exception cref="NotSupportedException">Events cannot be removed from streams of this store.</exception>
    public async ValueTask<long> PurgeExpiredAsync(string prefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (StreamId.IsSystem(prefix))
        {
            throw new ArgumentException("Streams whose ids start with '$' are Daybook's own, and do not expire.", nameof(prefix));
        }

        long removed = 0;
        string? continuation = null;
        do
        {
            StreamListing listing = await Inner.ListStreamsAsync(prefix, continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (StreamInfo stream in listing.Streams)
            {
                removed += await RemoveExpiredAsync(stream.StreamId, cancellationToken).ConfigureAwait(false);
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);
        return removed;
    }

    /// <inheritdoc/>
    public override async ValueTask<EventPage> ReadFeedAsync(long fromOffset, int maxCount, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            EventPage page = await Inner.ReadFeedAsync(fromOffset, maxCount, cancellationToken).ConfigureAwait(false);
            EventPage alive = await SelectAliveAsync(page, cancellationToken).ConfigureAwait(false);
            if (alive.Count > 0 || page.Count == 0)
            {
                return alive;
            }

            fromOffset = alive.Next;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            EventPage page = await Inner.ReadQueryAsync(query, fromOffset, maxCount, cancellationToken).ConfigureAwait(false);
            EventPage alive = await SelectAliveAsync(page, cancellationToken).ConfigureAwait(false);
            if (alive.Count > 0 || page.Count == 0)
            {
                return alive;
            }

            fromOffset = alive.Next;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default)
    {
        StreamListing listing = await Inner.ListStreamsAsync(prefix, continuation, maxCount, cancellationToken).ConfigureAwait(false);
        var alive = new List<StreamInfo>(listing.Streams.Length);
        foreach (StreamInfo stream in listing.Streams)
        {
            StreamInfo? seen = StreamId.IsSystem(stream.StreamId) ? stream : await SeeAsync(stream, cancellationToken).ConfigureAwait(false);
            if (seen is not null)
            {
                alive.Add(seen);
            }
        }

        return new([.. alive], listing.Continuation);
    }

    /// <inheritdoc/>
    public override async ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default)
    {
        StreamInfo? info = await Inner.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        return info is null || StreamId.IsSystem(streamId) ? info : await SeeAsync(info, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamId);
        return AloneAsync(streamId, () => DeleteAloneAsync(streamId, expectedVersion, cancellationToken), cancellationToken);
    }

    /// <summary>What is stamped earlier is expired.</summary>
    private protected long OldestAliveTicks() => _clock.GetUtcNow().UtcTicks - Ttl.Ticks;

    /// <summary>Does something to a stream during which nobody else deletes or truncates it through this view.</summary>
    private protected ValueTask<T> AloneAsync<T>(string streamId, Func<ValueTask<T>> act, CancellationToken cancellationToken) =>
        _removals.AloneAsync(streamId, act, cancellationToken);

    /// <summary>What this view shows of a stream that is there; null for nothing.</summary>
    private protected abstract ValueTask<StreamInfo?> SeeAsync(StreamInfo info, CancellationToken cancellationToken);

    /// <summary>Takes a page of the feed and gives one without what is expired.</summary>
    private protected abstract ValueTask<EventPage> SelectAliveAsync(EventPage page, CancellationToken cancellationToken);

    /// <summary>Deletes a stream while nobody else does.</summary>
    private protected abstract ValueTask<bool> DeleteAloneAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken);

    /// <summary>Removes what is expired of a stream, and says how many events that were.</summary>
    private protected abstract ValueTask<long> RemoveExpiredAsync(string streamId, CancellationToken cancellationToken);
}
