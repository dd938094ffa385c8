using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>A stream as it is when verification begins, read in steps, as often as need be.</summary>
internal sealed class StreamSteps
{
    // Short streams are compared after every event, long ones at so many places, and then closer where it matters.
    private const int Checkpoints = 1000;
    private const int PageSize = 4096;

    private readonly IEventStore _store;

    private StreamSteps(IEventStore store, StreamInfo info, LoadOptions options, byte[]? start)
    {
        _store = store;
        Info = info;
        Options = options;
        Start = start;
        Interval = Math.Max(1, (info.Count + Checkpoints - 1) / Checkpoints);
    }

    /// <summary>The stream.</summary>
    internal StreamInfo Info { get; }

    /// <summary>How to load.</summary>
    internal LoadOptions Options { get; }

    /// <summary>The bytes of the state before the stream's first event; null for the initial state.</summary>
    internal byte[]? Start { get; }

    /// <summary>How many events lie between two checkpoints.</summary>
    internal long Interval { get; }

    /// <summary>Looks at a stream, and loads what stands for a truncated beginning.</summary>
    internal static async ValueTask<StreamSteps> OpenAsync<TState>(IEventStore store, string streamId, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        StreamInfo info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false) ?? throw new StreamNotFoundException(streamId);
        if (info.FirstSequence == 0)
        {
            return new(store, info, options, start: null);
        }

        var before = AsOf.Sequence(info.FirstSequence - 1);
        Versioned<TState> state = await StateLoader.LoadAsync<TState>(store, streamId, known: null, before, options, cancellationToken).ConfigureAwait(false);
        return new(store, info, options, Snapshots.ToBytes(state.State));
    }

    /// <summary>Reads the stream.</summary>
    /// <param name="first">The first checkpoint.</param>
    /// <param name="interval">How many events lie between the checkpoints from there on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The steps; one ends at each checkpoint, but also at the end of a page.</returns>
    internal async IAsyncEnumerable<FoldStep> ReadAsync(long first, long interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long next = Info.FirstSequence; next < Info.Version;)
        {
            using EventPage page = await _store.ReadStreamAsync(Info.StreamId, next, PageSize, cancellationToken).ConfigureAwait(false);
            CheckStream(page, next);
            if (page.Count == 0)
            {
                yield break;
            }

            for (int start = 0; start < page.Count && page.Events[start].Sequence < Info.Version;)
            {
                long sequence = page.Events[start].Sequence;
                long checkpoint = Math.Min(Info.Version, sequence < first ? first : first + (((sequence - first) / interval) + 1) * interval);
                int end = start + 1;
                while (end < page.Count && page.Events[end].Sequence < checkpoint)
                {
                    end++;
                }

                long reached = end < page.Count ? page.Events[end].Sequence : page.Next;
                yield return new(page, start, end - start, reached >= checkpoint);
                start = end;
            }

            next = page.Next;
        }
    }

    // The stream may be deleted, created anew or truncated meanwhile.
    private void CheckStream(EventPage page, long next)
    {
        if (page.Incarnation != Info.Incarnation)
        {
            throw new StreamNotFoundException(Info.StreamId);
        }

        if (page.FirstSequence > next)
        {
            throw new StreamTruncatedException(Info.StreamId, page.FirstSequence);
        }
    }
}
