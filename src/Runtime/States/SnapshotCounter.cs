namespace Daybook;

/// <summary>Counts what a recorder appends to its stream, and has a snapshot taken when one may be due. Safe for concurrent use.</summary>
internal sealed class SnapshotCounter<TState>(SnapshotPolicy policy, IEventStore store, string streamId, LoadOptions options)
    where TState : IState<TState>
{
    private readonly LoadOptions _options = options;
    private long _events;
    private long _bytes;
    private int _lastBytes;

    internal void Add(int events, int bytes)
    {
        var cost = new LoadCost(Interlocked.Add(ref _events, events), Interlocked.Add(ref _bytes, bytes), Volatile.Read(ref _lastBytes));
        if (policy.IsDue(cost) && SnapshotPolicy.Trusts(_options))
        {
            _ = Interlocked.Exchange(ref _events, 0);
            _ = Interlocked.Exchange(ref _bytes, 0);
            policy.Start<TState>(store, streamId, LookAsync);
        }
    }

    // The stream has other recorders, too, and loads: only the stream itself knows how far its newest snapshot is.
    private async Task LookAsync()
    {
        (Versioned<TState> state, LoadCost cost) = await StateLoader.MeasureAsync<TState>(store, streamId, known: null, AsOf.Now, _options, CancellationToken.None).ConfigureAwait(false);
        if (policy.IsDue(cost))
        {
            Volatile.Write(ref _lastBytes, await policy.SaveAsync(store, streamId, state).ConfigureAwait(false));
            return;
        }

        Volatile.Write(ref _lastBytes, cost.StartBytes);
        _ = Interlocked.Add(ref _events, cost.Events);
        _ = Interlocked.Add(ref _bytes, cost.Bytes);
    }
}
