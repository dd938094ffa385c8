namespace Daybook;

/// <summary>Loading and snapshots of states.</summary>
public static class StateExtensions
{
    /// <summary>Loads the state of a stream: the newest usable snapshot and a fold of what came after it.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="asOf">Up to where to fold: a sequence or a time; everything unless said.</param>
    /// <param name="options">How to load.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    /// <returns>The state and its version; the initial state and version 0 when there is no stream.</returns>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="StreamId"/>.</exception>
    /// <exception cref="UnknownEventTypeException">The stream holds an event that the state does not know.</exception>
    /// <exception cref="EventLayoutException">The stream holds an event that was recorded before it was declared, and is declared otherwise.</exception>
    /// <exception cref="StreamTruncatedException">The stream's first events are gone.</exception>
    /// <exception cref="CorruptEventException">An event cannot be read.</exception>
    public static ValueTask<Versioned<TState>> LoadAsync<TState>(
        this IEventStore store, string streamId, AsOf asOf = default, LoadOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        return StateLoader.LoadAsync<TState>(store, streamId, known: null, asOf, options ?? LoadOptions.Default, cancellationToken);
    }

    /// <summary>Folds on from a state of a stream that was loaded before: only what came after it is read.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="known">The state as it was loaded; it is left aside when the stream was deleted since.</param>
    /// <param name="options">How to load.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    /// <returns>The state and its version; the initial state and version 0 when there is no stream.</returns>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="StreamId"/>.</exception>
    /// <exception cref="UnknownEventTypeException">The stream holds an event that the state does not know.</exception>
    /// <exception cref="EventLayoutException">The stream holds an event that was recorded before it was declared, and is declared otherwise.</exception>
    /// <exception cref="StreamTruncatedException">The stream's first events are gone.</exception>
    /// <exception cref="CorruptEventException">An event cannot be read.</exception>
    public static ValueTask<Versioned<TState>> LoadAsync<TState>(
        this IEventStore store, string streamId, Versioned<TState> known, LoadOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        if (known.State is null || known.Version < 0)
        {
            throw new ArgumentException("This is no state that was loaded.", nameof(known));
        }

        return StateLoader.LoadAsync<TState>(store, streamId, known, AsOf.Now, options ?? LoadOptions.Default, cancellationToken);
    }

    /// <summary>
    /// Saves a state, so that later loads start there. Does nothing where a snapshot of the same or a later version stands. Of each state the
    /// newest eight snapshots stay.
    /// </summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream that the state was folded from.</param>
    /// <param name="state">The state as it was loaded.</param>
    /// <param name="timeProvider">Stamps the snapshot.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>Done when the snapshot is as durable as an event.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="ArgumentException">The state is not of this stream, or of a version that it has not reached.</exception>
    public static async ValueTask SaveSnapshotAsync<TState>(
        this IEventStore store, string streamId, Versioned<TState> state, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        await CheckAsync(store, streamId, state, cancellationToken).ConfigureAwait(false);
        _ = await Snapshots.SaveAsync(store, streamId, state, (timeProvider ?? TimeProvider.System).GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await Snapshots.ForgetIfGoneAsync(store, streamId, state.Incarnation).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves a state whatever snapshots stand already: from now on it is the one of its version, also beside later ones. Of each state the eight that
    /// were saved last stay.
    /// </summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream that the state belongs to.</param>
    /// <param name="state">The state, with a version that the stream has reached.</param>
    /// <param name="timeProvider">Stamps the snapshot.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>Done when the snapshot is as durable as an event.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="ArgumentException">The state is not of this stream, or of a version that it has not reached.</exception>
    public static async ValueTask ReplaceSnapshotAsync<TState>(
        this IEventStore store, string streamId, Versioned<TState> state, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        await CheckAsync(store, streamId, state, cancellationToken).ConfigureAwait(false);
        await Snapshots.ReplaceAsync(store, streamId, state, (timeProvider ?? TimeProvider.System).GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await Snapshots.ForgetIfGoneAsync(store, streamId, state.Incarnation).ConfigureAwait(false);
    }

    /// <summary>Finds the newest usable snapshot of a stream.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="atOrBefore">The last sequence that the snapshot may have folded.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The snapshot, or null when there is none of this state's identity and of this stream's incarnation.</returns>
    public static async ValueTask<Versioned<TState>?> GetSnapshotAsync<TState>(
        this IEventStore store, string streamId, long atOrBefore = long.MaxValue, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        ArgumentOutOfRangeException.ThrowIfNegative(atOrBefore);
        StreamInfo? info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        if (info is null)
        {
            return null;
        }

        var snapshot = await Snapshots.FindAsync<TState>(store, streamId, AsOf.Sequence(atOrBefore).End, info.Incarnation, cancellationToken).ConfigureAwait(false);
        return snapshot?.State;
    }

    /// <summary>Compares the snapshots of a stream with what a fold of its events gives.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether they agree, and if not, what is the first difference of the oldest one.</returns>
    /// <exception cref="StreamTruncatedException">The events that the snapshots stand for are gone.</exception>
    public static async ValueTask<SnapshotVerification> VerifySnapshotsAsync<TState>(this IEventStore store, string streamId, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        StreamInfo? info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        return info is null
            ? new(0, null, StateComparison.Same)
            : await Snapshots.VerifyAsync<TState>(store, streamId, info.Incarnation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all snapshots of a stream, of whatever state.</summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>False when there were none.</returns>
    public static ValueTask<bool> DeleteSnapshotsAsync(this IEventStore store, string streamId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        return store.DeleteStreamAsync(Stores.SystemStreams.SnapshotsOf(streamId), ExpectedVersion.Any, cancellationToken);
    }

    private static async ValueTask CheckAsync<TState>(IEventStore store, string streamId, Versioned<TState> state, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        StreamInfo info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false)
            ?? throw new StreamNotFoundException(streamId);
        if (state.Version < 1 || state.Version > info.Version || state.Incarnation != info.Incarnation)
        {
            throw new ArgumentException($"The state at version {state.Version} was not folded from the stream '{streamId}' as it is, at version {info.Version}.", nameof(state));
        }
    }
}
