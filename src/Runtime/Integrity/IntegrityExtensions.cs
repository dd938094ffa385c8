using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>Tamper evidence: the hash chain of a store's streams, and anchors over all of them.</summary>
public static class IntegrityExtensions
{
    private const int MaxConflicts = 10;

    /// <summary>Walks over all chained streams, Daybook's own included, and recomputes their hashes.</summary>
    /// <param name="store">The store.</param>
    /// <param name="anchor">
    /// An anchor of this store, kept elsewhere: what it covers must still be there unchanged, or be truncated or deleted as it should. Without
    /// one, nobody can tell a chain that was computed anew from its first event.
    /// </param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>What was seen, and what is wrong first.</returns>
    public static async ValueTask<IntegrityReport> VerifyAsync(this IEventStore store, StoreAnchor? anchor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var anchored = new Dictionary<string, StreamHeadHash>(StringComparer.Ordinal);
        if (anchor is not null)
        {
            (anchored, bool isFound, _) = await AnchorLog.ReadAsync(store, anchor, cancellationToken).ConfigureAwait(false);
            if (!isFound || anchored.Count != anchor.Streams || AnchorLog.HashOf(anchored.Values) != anchor.Hash)
            {
                string message = isFound ? "what the store keeps of the anchor does not give its hash." : "the store knows nothing of the anchor.";
                return new() { Problem = new(SystemStreams.Anchors, -1, IntegrityProblemKind.UnknownAnchor, message) };
            }
        }

        using var walk = new ChainWalk(store);
        long truncated = 0;
        IntegrityProblem? problem = null;
        var gone = new List<StreamHeadHash>();
        await foreach (StreamInfo info in ListAsync(store, cancellationToken).ConfigureAwait(false))
        {
            StreamHeadHash? head = null;
            if (anchored.Remove(info.StreamId, out StreamHeadHash before))
            {
                bool isSame = before.Incarnation == info.Incarnation;
                head = isSame ? before : null;
                truncated += isSame && before.Version < info.FirstSequence ? 1 : 0;
                problem = isSame ? CheckHead(before, info) : null;
                if (!isSame)
                {
                    gone.Add(before);
                }
            }

            problem ??= await walk.WalkAsync(info.StreamId, head, cancellationToken).ConfigureAwait(false);
            if (problem is not null)
            {
                break;
            }
        }

        gone.AddRange(anchored.Values);
        problem ??= await CheckTombstonesAsync(store, walk.Redacted, gone, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Streams = walk.Streams,
            Events = walk.Events,
            Unchained = walk.Unchained,
            Redacted = walk.Redacted.Count,
            Truncated = truncated,
            Deleted = problem is null ? gone.Count : 0,
            Problem = problem,
        };
    }

    /// <summary>
    /// Takes one hash over the heads of all chained streams, for <see cref="VerifyAsync"/>. The store keeps which heads they were; the anchor itself
    /// is to be kept elsewhere, such as in another system, in print, or with a time-stamping service. Verify before: an anchor vouches for what
    /// is there, whatever it is.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="timeProvider">Stamps the store's record of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The anchor; <see cref="StoreAnchor.ToString"/> gives one line of text.</returns>
    /// <exception cref="NotSupportedException">The store has no chained stream and makes none.</exception>
    /// <exception cref="ConcurrencyException">Others take anchors all the time.</exception>
    public static async ValueTask<StoreAnchor> GetAnchorAsync(this IEventStore store, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        for (int conflicts = 0; ; conflicts++)
        {
            (Dictionary<string, StreamHeadHash> known, _, long version) = await AnchorLog.ReadAsync(store, anchor: null, cancellationToken).ConfigureAwait(false);
            long offset = await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
            var heads = new List<StreamHeadHash>();
            await foreach (StreamInfo info in ListAsync(store, cancellationToken).ConfigureAwait(false))
            {
                // Of Daybook's own streams only the tombstones are there for good.
                bool isCovered = !StreamId.IsSystem(info.StreamId) || string.Equals(info.StreamId, SystemStreams.Tombstones, StringComparison.Ordinal);
                if (isCovered && info.Hash is { } hash)
                {
                    heads.Add(new(info.StreamId, info.Incarnation, info.Version, hash));
                }
            }

            if (heads.Count == 0 && !store.Capabilities.IsChained)
            {
                throw new NotSupportedException("This store keeps no hash chain; open it with the option Chained.");
            }

            List<StreamHeadHash> changed = heads.FindAll(head => !known.Remove(head.StreamId, out StreamHeadHash before) || before != head);
            changed.AddRange(known.Values.Select(old => old with { Version = 0 }));
            var anchor = new StoreAnchor(offset, heads.Count, AnchorLog.HashOf(heads));
            try
            {
                DateTimeOffset now = (timeProvider ?? TimeProvider.System).GetUtcNow();
                await AnchorLog.WriteAsync(store, anchor, changed, version, now, cancellationToken).ConfigureAwait(false);
                return anchor;
            }
            catch (ConcurrencyException) when (conflicts < MaxConflicts)
            {
                // Another anchor came in between; this one would be read with its heads.
            }
        }
    }

    private static IntegrityProblem? CheckHead(StreamHeadHash before, StreamInfo info)
    {
        if (info.Hash is null)
        {
            return new(info.StreamId, -1, IntegrityProblemKind.Changed, "the stream had a hash chain when it was anchored, and has none any more.");
        }

        return info.Version < before.Version
            ? new(info.StreamId, info.Version, IntegrityProblemKind.Missing, $"the stream was at version {before.Version} when it was anchored.")
            : null;
    }

    private static async ValueTask<IntegrityProblem?> CheckTombstonesAsync(
        IEventStore store, List<RedactedPlace> redacted, List<StreamHeadHash> gone, CancellationToken cancellationToken)
    {
        if (redacted.Count == 0 && gone.Count == 0)
        {
            return null;
        }

        TombstoneLedger ledger = await TombstoneLedger.ReadAsync(store, cancellationToken).ConfigureAwait(false);
        foreach (RedactedPlace place in redacted.Where(place => !ledger.IsReplaced(place)))
        {
            return new(place.StreamId, place.Sequence, IntegrityProblemKind.UnrecordedRedaction, "nobody has recorded that this event was redacted so.");
        }

        foreach (StreamHeadHash head in gone.Where(head => !ledger.IsDeleted(head)))
        {
            return new(head.StreamId, -1, IntegrityProblemKind.Deleted, $"the stream was at version {head.Version} when it was anchored; it is gone without a tombstone.");
        }

        return null;
    }

    private static async IAsyncEnumerable<StreamInfo> ListAsync(IEventStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string prefix in (string[])["", "$"])
        {
            string? continuation = null;
            do
            {
                StreamListing listing = await store.ListStreamsAsync(prefix, continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
                foreach (StreamInfo info in listing.Streams)
                {
                    yield return info;
                }

                continuation = listing.Continuation;
            }
            while (continuation is not null);
        }
    }
}
