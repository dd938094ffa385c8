using Daybook.Stores;

namespace Daybook;

/// <summary>Loads states: a snapshot or a known state, and a fold of what came after it.</summary>
internal static class StateLoader
{
    private const int PageSize = 4096;

    /// <summary>Loads a state.</summary>
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
        var start = known ?? await StartAsync<TState>(store, streamId, asOf, options, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            Versioned<TState>? loaded = await ContinueAsync(store, streamId, start, asOf, options, cancellationToken).ConfigureAwait(false);
            if (loaded is { } state)
            {
                return state;
            }

            // The stream is not the one that the start was taken from: it was deleted, and perhaps created anew.
            start = new(TState.Initial, 0);
        }
    }

    private static async ValueTask<Versioned<TState>> StartAsync<TState>(
        IEventStore store, string streamId, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        // A snapshot says nothing of the time stamps that went into it.
        bool usesSnapshot = !options.IgnoreSnapshots && asOf.LastTicks == long.MaxValue;
        Versioned<TState>? snapshot = usesSnapshot
            ? await Snapshots.FindAsync<TState>(store, streamId, asOf.End, incarnation: default, cancellationToken).ConfigureAwait(false)
            : null;
        return snapshot ?? new(TState.Initial, 0);
    }

    private static async ValueTask<Versioned<TState>?> ContinueAsync<TState>(
        IEventStore store, string streamId, Versioned<TState> start, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        TState state = start.State;
        long version = start.Version;
        EventId incarnation = start.Incarnation;
        while (true)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, version, PageSize, cancellationToken).ConfigureAwait(false);
            if (version > page.StreamVersion || (version > 0 && page.Incarnation != incarnation))
            {
                return null;
            }

            if (version < page.FirstSequence)
            {
                start = await CrossGapAsync<TState>(store, streamId, page, asOf, options, cancellationToken).ConfigureAwait(false);
                (state, version, incarnation) = (start.State, start.Version, start.Incarnation);
                continue;
            }

            incarnation = page.Incarnation;
            int count = CountUpTo(page, asOf);
            if (count > 0)
            {
                state = Folder.Fold(state, page, 0, count, options.SkipUnknownEvents);
                version = page.Events[count - 1].Sequence + 1;
            }

            if (count < page.Count || page.Count == 0 || version == page.StreamVersion)
            {
                return new(state, version, incarnation);
            }
        }
    }

    // The events in between are gone. What stands in for them is the baseline that the stream starts with.
    private static async ValueTask<Versioned<TState>> CrossGapAsync<TState>(
        IEventStore store, string streamId, EventPage page, AsOf asOf, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        var first = await Baselines.FindFirstAsync<TState>(store, streamId, cancellationToken).ConfigureAwait(false);
        if (first is { } baseline && baseline.State.Version <= asOf.End && baseline.TimestampTicks <= asOf.LastTicks)
        {
            return baseline.State;
        }

        return options.AllowPartial ? new(TState.Initial, page.FirstSequence, page.Incarnation) : throw new StreamTruncatedException(streamId, page.FirstSequence);
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
