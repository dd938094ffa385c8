namespace Daybook.Testing;

/// <summary>One place where a store lives: what a compliance case opens its stores at.</summary>
public abstract class StoreFixture : IAsyncDisposable
{
    /// <summary>Whether a store that was closed can be opened again with what it held.</summary>
    public abstract bool CanReopen { get; }

    /// <summary>Opens the store; the place is empty the first time.</summary>
    /// <returns>The store; the case disposes it before it asks for another one.</returns>
    public abstract ValueTask<IEventStore> OpenAsync();

    /// <summary>Removes the place.</summary>
    /// <returns>Done when nothing is left.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
