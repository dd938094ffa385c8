using static SQLitePCL.raw;

namespace Daybook.Stores.Sqlite;

/// <summary>SQLite's answers as the exceptions that every store has.</summary>
internal static class StoreErrors
{
    /// <summary>Whether another connection is in the way, so that trying again may help.</summary>
    internal static bool IsBusy(SqliteFailure failure) => failure.Kind is SQLITE_BUSY or SQLITE_LOCKED;

    /// <summary>Whether it is unknown what a commit left behind.</summary>
    internal static bool IsUncertain(SqliteFailure failure) => failure.Kind == SQLITE_IOERR && !IsFull(failure);

    internal static Exception Translate(SqliteFailure failure, string path) => failure.Kind switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => Busy(path, failure),
        _ when IsFull(failure) => new StoreFullException($"There is no room for '{path}'; free some and append again.", failure),
        SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_CONSTRAINT => new CorruptEventException($"SQLite says: {failure.Message}", path, -1, -1, failure),
        SQLITE_READONLY or SQLITE_PERM => new StoreReadOnlyException($"'{path}' cannot be written to: {failure.Message}.", failure),
        SQLITE_IOERR => new IOException($"Reading or writing '{path}' failed: {failure.Message} ({failure.Code}).", failure),
        _ => new StoreUnavailableException($"SQLite cannot work with '{path}': {failure.Message} ({failure.Code}).", failure),
    };

    internal static StoreUnavailableException Busy(string path, Exception? inner) =>
        new($"Other connections kept '{path}' busy for longer than the store waits, so nothing was written; try again, or set a longer BusyTimeout.", inner);

    internal static StoreFaultedException Faulted(string path, Exception? inner) =>
        new($"Writing to '{path}' failed, so what is on disk is uncertain: {inner?.Message} Close the store and open it again.", inner);

    // The file of shared memory grows before anything is written.
    private static bool IsFull(SqliteFailure failure) => failure.Kind == SQLITE_FULL || failure.Code == SQLITE_IOERR_SHMSIZE;
}
