using System.Runtime.CompilerServices;

namespace Daybook;

/// <summary>A recorder of the events of a state.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TBatch">The state's batch.</typeparam>
public abstract class EventRecorder<TState, TBatch> : EventRecorder
    where TState : IState<TState>
    where TBatch : RecorderBatch
{
    private readonly LoadOptions _load;
    private readonly SnapshotCounter<TState>? _counter;

    /// <summary>Creates the recorder of a stream.</summary>
    /// <param name="store">The store that the events go to.</param>
    /// <param name="streamId">The stream that the events go to.</param>
    /// <param name="options">How the recorder works.</param>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="StreamId"/>.</exception>
    protected EventRecorder(IEventStore store, string streamId, RecorderOptions? options)
        : base(store, streamId, TState.Schema.Name, options)
    {
        _load = Options.Snapshots is null ? Options.Load : Options.Load with { Snapshots = Options.Snapshots };
        _counter = Options.Snapshots is null ? null : new(Options.Snapshots, Store, StreamId, _load);
    }

    /// <summary>Starts a batch: events that are appended together, all or nothing.</summary>
    /// <param name="options">How to append the batch.</param>
    /// <returns>An empty batch.</returns>
    public TBatch Batch(AppendOptions options = default) => CreateBatch(options);

    /// <summary>
    /// Loads the state, lets a decision record events from it, and appends them; when others append in between, it
    /// loads and decides anew.
    /// </summary>
    /// <param name="decide">Looks at the state and records events in the batch; it may run several times.</param>
    /// <param name="options">How to append; an expected version is checked against the loaded state, without a retry.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>Where the events stand; the count is 0 when the decision recorded none.</returns>
    /// <exception cref="ConcurrencyException">Others appended in between too often.</exception>
    public ValueTask<AppendResult> UpdateAsync(Action<TState, TBatch> decide, AppendOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return UpdateAsync(
            (state, batch) =>
            {
                decide(state, batch);
                return ValueTask.CompletedTask;
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Action{TState, TBatch}, AppendOptions, CancellationToken)"/>
    public ValueTask<AppendResult> UpdateAsync(Func<TState, TBatch, Task> decide, AppendOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return UpdateAsync((state, batch) => new ValueTask(decide(state, batch)), options, cancellationToken);
    }

    /// <inheritdoc cref="UpdateAsync(Action{TState, TBatch}, AppendOptions, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public async ValueTask<AppendResult> UpdateAsync(Func<TState, TBatch, ValueTask> decide, AppendOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        Versioned<TState>? known = null;
        for (int conflicts = 0; ; conflicts++)
        {
            Versioned<TState> loaded = await StateLoader.LoadAsync(Store, StreamId, known, AsOf.Now, _load, cancellationToken).ConfigureAwait(false);
            if (!options.ExpectedVersion.Matches(loaded.Version))
            {
                throw new ConcurrencyException(StreamId, options.ExpectedVersion, loaded.Version);
            }

            TBatch batch = CreateBatch(options);
            await using (batch.ConfigureAwait(false))
            {
                // Before the decision, which may commit the batch itself.
                batch.Expect(ExpectedVersion.At(loaded.Version), loaded.Incarnation);
                await decide(loaded.State, batch).ConfigureAwait(false);
                if (batch.Count == 0)
                {
                    return new(loaded.Version, 0, 0);
                }

                try
                {
                    return await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (ConcurrencyException) when (conflicts < Options.MaxConflicts)
                {
                    known = loaded;
                }
            }
        }
    }

    private protected override void OnAppended(int events, int bytes) => _counter?.Add(events, bytes);

    /// <summary>Creates an empty batch; generated.</summary>
    /// <param name="options">How to append the batch.</param>
    /// <returns>The batch.</returns>
    protected abstract TBatch CreateBatch(in AppendOptions options);
}
