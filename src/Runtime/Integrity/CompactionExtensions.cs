using Daybook.Stores;

namespace Daybook;

/// <summary>Cutting the history of streams off for good.</summary>
public static class CompactionExtensions
{
    private const int MaxConflicts = 10;

    // What is thrown away for good is folded from the events, not from a snapshot.
    private static readonly LoadOptions FromEvents = new() { IgnoreSnapshots = true };

    /// <summary>
    /// Writes the state that a stream folds to into the stream itself, as a baseline, and removes the events before it. Loads start at the
    /// baseline from then on, whatever becomes of the state's version. Where other states are folded from the same stream, too, save a
    /// baseline of each before: see <see cref="SaveBaselineAsync"/>. An interrupted call changes nothing that a load could see; the next
    /// one ends its work.
    /// </summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="options">How to fold the state; from the events, not from a snapshot, unless said.</param>
    /// <param name="cancellationToken">Ends the work before the next step is written.</param>
    /// <returns>False when there was nothing to remove.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="NotSupportedException">The store cannot truncate: see <see cref="StoreCapabilities.CanTruncate"/>.</exception>
    /// <exception cref="StreamTruncatedException">The stream was truncated without a baseline.</exception>
    /// <exception cref="ConcurrencyException">Others appended in between too often.</exception>
    public static async ValueTask<bool> CompactAsync<TState>(
        this IEventStore store, string streamId, LoadOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!store.Capabilities.CanTruncate)
        {
            throw new NotSupportedException("This store cannot truncate streams.");
        }

        long sequence = await store.SaveBaselineAsync<TState>(streamId, options, cancellationToken).ConfigureAwait(false);

        // Baselines of other states that stand right before it are what these states start from.
        (_, long first) = await Baselines.FindLastAsync(store, streamId, sequence, TState.Schema.Name, cancellationToken).ConfigureAwait(false);
        bool isCut = await store.TruncateStreamAsync(streamId, first, cancellationToken).ConfigureAwait(false);
        await Snapshots.DropAsync(store, streamId, first, cancellationToken).ConfigureAwait(false);
        return isCut;
    }

    /// <summary>
    /// Writes the state that a stream folds to into the stream itself, without removing anything. Does nothing where the stream ends with a
    /// baseline of the state already.
    /// </summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="options">How to fold the state; from the events, not from a snapshot, unless said.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>The baseline's sequence.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="StreamTruncatedException">The stream was truncated without a baseline.</exception>
    /// <exception cref="ConcurrencyException">Others appended in between too often.</exception>
    public static async ValueTask<long> SaveBaselineAsync<TState>(
        this IEventStore store, string streamId, LoadOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        Versioned<TState>? known = null;
        for (int conflicts = 0; ; conflicts++)
        {
            StreamInfo info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false) ?? throw new StreamNotFoundException(streamId);
            (long own, _) = await Baselines.FindLastAsync(store, streamId, info.Version, TState.Schema.Name, cancellationToken).ConfigureAwait(false);
            if (own >= 0)
            {
                return own;
            }

            Versioned<TState> state = await StateLoader.LoadAsync(store, streamId, known, AsOf.Now, options ?? FromEvents, cancellationToken).ConfigureAwait(false);
            try
            {
                // It says nothing new of the stream's time: replays and expiry go by the last event.
                return await Baselines.AppendAsync(store, streamId, state, info.LastTimestamp, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyException) when (conflicts < MaxConflicts)
            {
                known = state;
            }
        }
    }
}
