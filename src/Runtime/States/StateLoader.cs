using Daybook.Stores;

namespace Daybook;

/// <summary>Loads states: a snapshot or a known state, and a fold of what came after it.</summary>
internal static class StateLoader
{
    private const int PageSize = 4096;

    /// <summary>Loads a state, and has a snapshot taken when one is due.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="known">A state of the stream that the caller has already; null when there is none.</param>
    /// <param name="asOf">Up to where to fold.</param>
    /// <param name="options">How to load.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    internal static async ValueTask<Versioned<TState>> LoadAsync<TState>(
        IEventStore store, string streamId, Versioned<TState>? known, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        (Versioned<TState> state, LoadCost cost) = await MeasureAsync(store, streamId, known, asOf, options, cancellationToken).ConfigureAwait(false);
        if (known is null && asOf == AsOf.Now)
        {
            options.Snapshots?.Offer(store, streamId, state, cost, options);
        }

        return state;
    }

    /// <summary>Loads a state, and says how much had to be folded.</summary>
    internal static async ValueTask<(Versioned<TState> State, LoadCost Cost)> MeasureAsync<TState>(
        IEventStore store, string streamId, Versioned<TState>? known, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        (Versioned<TState> start, int bytes) = known is { } state ? (state, 0) : await StartAsync<TState>(store, streamId, asOf, options, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (await ContinueAsync(store, streamId, start, bytes, asOf, options, cancellationToken).ConfigureAwait(false) is { } loaded)
            {
                return loaded;
            }

            // The stream is not the one that the start was taken from: it was deleted, and perhaps created anew.
            (start, bytes) = (new(TState.Initial, 0), 0);
        }
    }

    private static async ValueTask<(Versioned<TState> State, int Bytes)> StartAsync<TState>(
        IEventStore store, string streamId, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        // A snapshot says nothing of the time stamps that went into it.
        bool usesSnapshot = !options.IgnoreSnapshots && asOf.LastTicks == long.MaxValue;
        (Versioned<TState>, int)? snapshot = usesSnapshot
            ? await Snapshots.FindAsync<TState>(store, streamId, asOf.End, incarnation: default, cancellationToken).ConfigureAwait(false)
            : null;
        return snapshot ?? (new(TState.Initial, 0), 0);
    }

    private static async ValueTask<(Versioned<TState> State, LoadCost Cost)?> ContinueAsync<TState>(
        IEventStore store, string streamId, Versioned<TState> start, int startBytes, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        TState state = start.State;
        long version = start.Version;
        EventId incarnation = start.Incarnation;
        var cost = new LoadCost(0, 0, startBytes);
        while (true)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, version, PageSize, cancellationToken).ConfigureAwait(false);
            if (version > page.StreamVersion || (version > 0 && page.Incarnation != incarnation))
            {
                return null;
            }

            if (version < page.FirstSequence)
            {
                (start, startBytes) = await CrossGapAsync<TState>(store, streamId, page, asOf, options, cancellationToken).ConfigureAwait(false);
                (state, version, incarnation) = (start.State, start.Version, start.Incarnation);
                cost = new(0, 0, startBytes);
                continue;
            }

            incarnation = page.Incarnation;
            int count = CountUpTo(page, asOf);
            if (count > 0)
            {
                state = Folder.Fold(state, page, 0, count, options.SkipUnknownEvents);
                version = page.Events[count - 1].Sequence + 1;
                cost = options.Snapshots is null ? cost : cost.With(page.Events[..count]);
            }

            if (count < page.Count || page.Count == 0 || version == page.StreamVersion)
            {
                return (new(state, version, incarnation), cost);
            }
        }
    }

    // The events in between are gone. What stands in for them is the baseline that the stream starts with.
    private static async ValueTask<(Versioned<TState> State, int Bytes)> CrossGapAsync<TState>(
        IEventStore store, string streamId, EventPage page, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        var first = await Baselines.FindFirstAsync<TState>(store, streamId, cancellationToken).ConfigureAwait(false);
        if (first is { } baseline && baseline.State.Version <= asOf.End && baseline.TimestampTicks <= asOf.LastTicks)
        {
            return (baseline.State, baseline.Bytes);
        }

        return options.AllowPartial
            ? (new(TState.Initial, page.FirstSequence, page.Incarnation), 0)
            : throw new StreamTruncatedException(streamId, page.FirstSequence);
    }

    private static int CountUpTo(EventPage page, AsOf asOf)
    {
        ReadOnlySpan<RecordedEvent> events = page.Events;
        if (asOf == AsOf.Now)
        {
            return events.Length;
        }

        int count = 0;
        while (count < events.Length && events[count].Sequence < asOf.End && events[count].TimestampTicks <= asOf.LastTicks)
        {
            count++;
        }

        return count;
    }
}
