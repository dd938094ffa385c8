namespace Daybook;

/// <summary>The state of one key of a keyed view.</summary>
internal sealed class ViewKey<TState>(NewestRecord<ViewRecord> stored, TState state, long offset)
    where TState : IState<TState>
{
    internal TState State { get; set; } = state;

    /// <summary>Every event of the key below this offset is in the state.</summary>
    internal long Offset { get; set; } = offset;

    internal bool IsDirty { get; set; }

    /// <summary>Loads what is stored of a key.</summary>
    /// <returns>The key, and whether anything was stored.</returns>
    internal static async ValueTask<(ViewKey<TState> Key, bool IsStored)> LoadAsync(NewestRecord<ViewRecord> stored, CancellationToken cancellationToken)
    {
        (bool isFound, ViewRecord record) = await stored.FindAsync(static _ => true, cancellationToken).ConfigureAwait(false);
        return isFound ? (new(stored, ViewIdentity<TState>.Read(record), record.Offset), true) : (new(stored, TState.Initial, 0), false);
    }

    /// <summary>Saves the key; where another process has come further, its state is taken instead. So a stored state never goes back.</summary>
    internal async Task SaveAsync(ViewIdentity<TState> identity, string build, CancellationToken cancellationToken)
    {
        while (!await stored.TryAppendAsync(identity.Record(build, Offset, State), cancellationToken).ConfigureAwait(false))
        {
            (bool isFound, ViewRecord newest) = await stored.FindAsync(static _ => true, cancellationToken).ConfigureAwait(false);
            if (isFound && newest.Offset >= Offset)
            {
                State = ViewIdentity<TState>.Read(newest);
                Offset = newest.Offset;
                break;
            }
        }

        IsDirty = false;
    }
}
