using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>Walks over chained streams and recomputes their hashes.</summary>
internal sealed class ChainWalk(IEventStore store) : IDisposable
{
    private const int PageSize = 1024;

    private readonly EventChain _chain = new();

    internal long Streams { get; private set; }

    internal long Events { get; private set; }

    internal long Unchained { get; private set; }

    internal List<RedactedPlace> Redacted { get; } = [];

    public void Dispose() => _chain.Dispose();

    /// <summary>Walks over a stream.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="anchored">What it was once, if that is known.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>What is wrong first, or null.</returns>
    internal async ValueTask<IntegrityProblem?> WalkAsync(string streamId, StreamHeadHash? anchored, CancellationToken cancellationToken)
    {
        StreamInfo? last = null;
        while (true)
        {
            StreamInfo? info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            if (info is not { Hash: not null, HashBefore: not null })
            {
                Unchained += info is null ? 0 : 1;
                return null;
            }

            if (info == last)
            {
                // It is nobody's doing in between: the events that it shows are not of the stream that it tells of.
                return Problem(info, -1, IntegrityProblemKind.HeadMismatch, "the events are not of the stream that the head tells of.");
            }

            last = info;
            int redacted = Redacted.Count;
            long events = Events;
            try
            {
                (IntegrityProblem? problem, bool isWhole) = await WalkOnceAsync(info, anchored?.Incarnation == info.Incarnation ? anchored : null, cancellationToken).ConfigureAwait(false);
                if (isWhole)
                {
                    Streams++;
                    return problem;
                }
            }
            catch (CorruptEventException exception)
            {
                return new(streamId, exception.Sequence, IntegrityProblemKind.Unreadable, exception.Message);
            }

            // Truncated or deleted in between: what is left has another beginning.
            Redacted.RemoveRange(redacted, Redacted.Count - redacted);
            Events = events;
        }
    }

    private async ValueTask<(IntegrityProblem? Problem, bool IsWhole)> WalkOnceAsync(StreamInfo info, StreamHeadHash? anchored, CancellationToken cancellationToken)
    {
        ChainHash hash = info.HashBefore!.Value;
        long next = info.FirstSequence;
        if (next == 0 && hash != default)
        {
            return (Problem(info, -1, IntegrityProblemKind.HeadMismatch, "the hash before the first event is not zero."), true);
        }

        while (true)
        {
            if (anchored?.Version == next && anchored.Value.Hash != hash)
            {
                return (Problem(info, next - 1, IntegrityProblemKind.Changed, "the events up to here are not those that were anchored."), true);
            }

            if (next == info.Version)
            {
                return hash == info.Hash
                    ? (null, true)
                    : (Problem(info, next - 1, IntegrityProblemKind.HeadMismatch, "the last event's hash is not that of the stream's head."), true);
            }

            long end = anchored?.Version > next ? Math.Min(anchored.Value.Version, info.Version) : info.Version;
            using EventPage page = await store.ReadStreamAsync(info.StreamId, next, (int)Math.Min(PageSize, end - next), cancellationToken).ConfigureAwait(false);
            if (page.Incarnation != info.Incarnation || page.FirstSequence > next)
            {
                return (null, false);
            }

            if (page.Count == 0)
            {
                return (Problem(info, next, IntegrityProblemKind.Missing, $"there are no events from here to the head at version {info.Version}."), true);
            }

            for (int i = 0; i < page.Count; i++)
            {
                if (Check(info, page, page.Events[i], next, hash) is { } kind)
                {
                    if (kind == IntegrityProblemKind.Changed)
                    {
                        kind = await ClassifyAsync(info, page, i, next, hash, cancellationToken).ConfigureAwait(false);
                    }

                    return (Problem(info, next, kind, MessageOf(kind)), true);
                }

                hash = page.HashOf(page.Events[i])!.Value;
                next++;
                Events++;
            }
        }
    }

    private IntegrityProblemKind? Check(StreamInfo info, EventPage page, in RecordedEvent recorded, long sequence, in ChainHash before)
    {
        if (recorded.Sequence != sequence)
        {
            return recorded.Sequence > sequence ? IntegrityProblemKind.Missing : IntegrityProblemKind.PutIn;
        }

        bool isRight = string.Equals(recorded.StreamId, info.StreamId, StringComparison.Ordinal)
            && (sequence > 0 || recorded.Id == info.Incarnation)
            && page.HashOf(recorded) == _chain.Next(before, info.StreamId, sequence, page, recorded);
        if (!isRight)
        {
            return IntegrityProblemKind.Changed;
        }

        RecordSchema schema = page.Types[recorded.TypeIndex];
        if (EventDescriptor.Of<Redacted>().Matches(schema))
        {
            Redacted.Add(new(info.StreamId, info.Incarnation, sequence, EventChain.HashOf(page.PayloadOf(recorded))));
        }

        return null;
    }

    // The event behind tells what has happened: it was linked to what stood here once.
    private async ValueTask<IntegrityProblemKind> ClassifyAsync(
        StreamInfo info, EventPage page, int index, long sequence, ChainHash before, CancellationToken cancellationToken)
    {
        if (index + 1 < page.Count)
        {
            return Classify(info.StreamId, page, page.HashOf(page.Events[index]), page.Events[index + 1], sequence, before);
        }

        if (sequence + 1 >= info.Version)
        {
            return info.Hash == before ? IntegrityProblemKind.PutIn : IntegrityProblemKind.Changed;
        }

        ChainHash? stored = page.HashOf(page.Events[index]);
        using EventPage following = await store.ReadStreamAsync(info.StreamId, sequence + 1, 1, cancellationToken).ConfigureAwait(false);
        return following.Count == 0 ? IntegrityProblemKind.Changed : Classify(info.StreamId, following, stored, following.Events[0], sequence, before);
    }

    private IntegrityProblemKind Classify(string streamId, EventPage page, ChainHash? stored, in RecordedEvent following, long sequence, in ChainHash before)
    {
        ChainHash? hash = page.HashOf(following);
        if (hash == _chain.Next(before, streamId, sequence, page, following))
        {
            return IntegrityProblemKind.PutIn;
        }

        bool hasMoved = stored is { } own && hash == _chain.Next(own, streamId, sequence + 2, page, following);
        return hasMoved ? IntegrityProblemKind.Missing : IntegrityProblemKind.Changed;
    }

    private static IntegrityProblem Problem(StreamInfo info, long sequence, IntegrityProblemKind kind, string message) => new(info.StreamId, sequence, kind, message);

    private static string MessageOf(IntegrityProblemKind kind) => kind switch
    {
        IntegrityProblemKind.Missing => "an event that stood here is missing.",
        IntegrityProblemKind.PutIn => "this event was put in.",
        _ => "this event is not what was recorded.",
    };
}
