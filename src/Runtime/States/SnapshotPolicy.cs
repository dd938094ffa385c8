namespace Daybook;

/// <summary>
/// Takes snapshots by itself: of a stream when at least <see cref="MinEvents"/> events and at least as many bytes of payload as the last
/// snapshot was long have come since. So all snapshots of a stream together cost no more than a few times its events. It works in the
/// background and never makes an append or a load wait or fail. One policy may serve any number of recorders and loads.
/// </summary>
public sealed class SnapshotPolicy
{
    private readonly Action<SnapshotFailure> _onFailure;
    private readonly Lock _lock = new();
    private readonly Dictionary<(IEventStore Store, string StreamId, Type State), Task> _running = [];

    /// <summary>Creates a policy.</summary>
    /// <param name="onFailure">Hears of every snapshot that could not be taken, such as <c>failure => logger.LogWarning(…)</c>.</param>
    public SnapshotPolicy(Action<SnapshotFailure> onFailure)
    {
        ArgumentNullException.ThrowIfNull(onFailure);
        _onFailure = onFailure;
    }

    /// <summary>How many events lie at least between two snapshots; 1000 unless said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MinEvents
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1000;

    /// <summary>Stamps the snapshots.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Waits for the snapshots that are being taken: before a store is closed, and in tests.</summary>
    /// <param name="cancellationToken">Ends the wait, not the work.</param>
    /// <returns>Done when none is left; it fails only with what the policy's own failure handler threw.</returns>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task[] running;
            lock (_lock)
            {
                running = [.. _running.Values];
            }

            if (running.Length == 0)
            {
                return;
            }

            await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a state is worth a snapshot after so much folding.</summary>
    internal bool IsDue(in LoadCost cost) => cost.Events >= MinEvents && cost.Bytes >= cost.StartBytes;

    /// <summary>Takes a snapshot of what was loaded if one is due.</summary>
    internal void Offer<TState>(IEventStore store, string streamId, Versioned<TState> state, in LoadCost cost, LoadOptions options)
        where TState : IState<TState>
    {
        if (IsDue(cost) && Trusts(options))
        {
            Start<TState>(store, streamId, () => SaveAsync(store, streamId, state));
        }
    }

    /// <summary>Whether what is loaded so is the whole state.</summary>
    internal static bool Trusts(LoadOptions options) => options is { AllowPartial: false, SkipUnknownEvents: false, IgnoreSnapshots: false };

    /// <summary>Works in the background, unless the same stream and state are at it.</summary>
    internal void Start<TState>(IEventStore store, string streamId, Func<Task> work)
        where TState : IState<TState>
    {
        (IEventStore, string, Type) key = (store, streamId, typeof(TState));
        lock (_lock)
        {
            if (!_running.ContainsKey(key))
            {
                _running.Add(key, Task.Run(() => RunAsync(key, TState.Schema.Name, work)));
            }
        }
    }

    /// <summary>Saves a snapshot.</summary>
    /// <returns>Its length; 0 when the stream is gone.</returns>
    internal async Task<int> SaveAsync<TState>(IEventStore store, string streamId, Versioned<TState> state)
        where TState : IState<TState>
    {
        StreamInfo? info = await store.GetStreamInfoAsync(streamId, CancellationToken.None).ConfigureAwait(false);
        if (info?.Incarnation != state.Incarnation)
        {
            return 0;
        }

        int bytes = await Snapshots.SaveAsync(store, streamId, state, TimeProvider.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        await Snapshots.ForgetIfGoneAsync(store, streamId, state.Incarnation).ConfigureAwait(false);
        return bytes;
    }

    private async Task RunAsync((IEventStore, string StreamId, Type) key, string state, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it goes to the policy's owner.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _onFailure(new(key.StreamId, state, exception));
        }
        finally
        {
            lock (_lock)
            {
                _ = _running.Remove(key);
            }
        }
    }
}
