namespace Daybook;

internal static class Snapshots
{
    internal static ValueTask<Versioned<TState>?> FindAsync<TState>(IEventStore store, string streamId, long end, CancellationToken cancellationToken)
        where TState : IState<TState> => throw new NotSupportedException();
}
