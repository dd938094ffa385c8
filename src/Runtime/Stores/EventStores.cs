using System.Collections.Immutable;
using Daybook.Stores;
using Daybook.Stores.Memory;

namespace Daybook;

/// <summary>Opens the stores that Daybook brings along.</summary>
public static class EventStores
{
    /// <summary>Creates an empty store in this process's memory.</summary>
    /// <param name="options">How it works.</param>
    /// <returns>The store.</returns>
    public static IEventStore Memory(MemoryStoreOptions? options = null) => new MemoryEventStore(options ?? new());

    /// <summary>Opens the store in a directory; for writing, makes the directory if need be.</summary>
    /// <param name="directory">The directory; it holds the store and nothing else.</param>
    /// <param name="options">How to open it.</param>
    /// <returns>The store; dispose it to close it.</returns>
    /// <exception cref="StoreLockedException">Another writer has the store open.</exception>
    /// <exception cref="StoreFormatException">The directory holds something else, or a store of a newer format.</exception>
    /// <exception cref="StoreReadOnlyException">The directory cannot be written to.</exception>
    /// <exception cref="CorruptEventException">What was acknowledged is damaged.</exception>
    public static IEventStore File(string directory, FileStoreOptions? options = null) => FileEventStore.Open(directory, options);

    /// <summary>Opens the store that a connection string means, such as <c>memory:</c> or <c>file:./events?readonly=true</c>.</summary>
    /// <param name="connectionString">The connection string: see <see cref="ConnectionString"/>.</param>
    /// <param name="registry">Says which scheme means which store; one that knows <c>memory</c> and <c>file</c> when null.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The store; dispose it to close it.</returns>
    /// <exception cref="InvalidConnectionStringException">The text has another form, or its scheme or one of its options is not known.</exception>
    public static ValueTask<IEventStore> OpenAsync(string connectionString, EventStoreRegistry? registry = null, CancellationToken cancellationToken = default) =>
        (registry ?? new()).OpenAsync(connectionString, cancellationToken);

    /// <summary>Makes one store of several that are to hold the same: see <see cref="CompositeEventStore"/>.</summary>
    /// <param name="primary">Decides about every append, and answers reads.</param>
    /// <param name="secondaries">Get what the primary has accepted; at least one, all of them disposed with the composite.</param>
    /// <param name="options">How it works.</param>
    /// <returns>The store.</returns>
    public static CompositeEventStore Composite(IEventStore primary, ReadOnlySpan<IEventStore> secondaries, CompositeStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(primary);
        ImmutableArray<IEventStore> others = [.. secondaries];
        if (others.IsEmpty || others.Contains(null!) || others.Contains(primary) || others.Distinct().Count() < others.Length)
        {
            throw new ArgumentException("A composite store needs a secondary besides its primary, and each of its stores once.", nameof(secondaries));
        }

        return new(primary, others, options ?? new());
    }
}
