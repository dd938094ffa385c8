using Daybook.Stores.Sqlite;

namespace Daybook;

/// <summary>Opens stores in SQLite databases.</summary>
public static class SqliteEventStores
{
    /// <summary>Opens the store in a database file; for writing, makes the file and its directory if need be.</summary>
    /// <param name="path">The file; SQLite keeps two more of the same name with <c>-wal</c> and <c>-shm</c> beside it while the store is open.</param>
    /// <param name="options">How to open it.</param>
    /// <returns>The store; dispose it to close it. Several processes may have it open and write.</returns>
    /// <exception cref="StoreFormatException">The file is something else, or a store of a newer version.</exception>
    /// <exception cref="StoreReadOnlyException">The file cannot be written to.</exception>
    /// <exception cref="StoreUnavailableException">Another process kept the file busy, or it cannot be opened.</exception>
    /// <exception cref="StoreFullException">There is no room for a new file.</exception>
    /// <exception cref="CorruptEventException">The file is damaged.</exception>
    public static SqliteEventStore Open(string path, SqliteStoreOptions? options = null) =>
        SqliteEventStore.Open(path, options ?? new(), SqliteSchema.Steps);
}
