using static SQLitePCL.raw;

namespace Daybook.Stores.Sqlite;

/// <summary>Opens the database of a store: makes it, brings it to this version, or refuses it before anything is written.</summary>
internal sealed class DatabaseFile(string path, TimeSpan busyTimeout, IReadOnlyList<string> steps)
{
    internal string Path => path;

    internal TimeSpan BusyTimeout => busyTimeout;

    /// <summary>Opens for writing.</summary>
    internal Connection OpenForWriting()
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            Refuse();
        }
        else
        {
            _ = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        }

        Connection connection = Connection.Open(path, Access.Create, busyTimeout);
        try
        {
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens for reading a store that is there.</summary>
    internal Connection OpenForReading(Access access)
    {
        if (!File.Exists(path))
        {
            throw new StoreFormatException($"There is no store at '{path}'; open it for writing once to make one.");
        }

        Connection connection = Connection.Open(path, access, busyTimeout);
        try
        {
            int version = VersionOf(connection, isNew: false);
            return version == steps.Count
                ? connection
                : throw new StoreFormatException($"The store '{path}' has the older version {version}; open it for writing once to bring it to version {steps.Count}.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Opened this way, SQLite writes nothing and makes no file, whatever this one is.
    private void Refuse()
    {
        try
        {
            using Connection connection = Connection.Open(path, Access.ReadUnchanging, busyTimeout);
            _ = VersionOf(connection, isNew: true);
        }
        catch (SqliteFailure failure) when (failure.Kind == SQLITE_CORRUPT)
        {
            // What a crash left of a new store may look so; SQLite mends it when it opens for writing.
        }
    }

    private void Prepare(Connection connection)
    {
        if (connection.IsReadOnly)
        {
            throw new SqliteFailure(SQLITE_READONLY, "the file is write-protected");
        }

        // Overwrites with zeros what is deleted or replaced. Before the journal's mode, which may write.
        connection.Execute("PRAGMA secure_delete = ON");
        if (VersionOf(connection, isNew: true) < steps.Count)
        {
            // Another process may have come first, so the version is read again. synchronous is FULL by default, and the application
            // id reaches the file itself before there is a write-ahead log.
            connection.Execute("BEGIN IMMEDIATE");
            for (int version = ReadVersion(connection, isNew: true); version < steps.Count; version++)
            {
                connection.Execute(steps[version]);
                connection.Execute($"PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = {version + 1}");
            }

            connection.Execute("COMMIT");
        }

        UseLog(connection);
    }

    private void UseLog(Connection connection)
    {
        long start = Environment.TickCount64;
        while (true)
        {
            try
            {
                if (string.Equals(connection.Text("PRAGMA journal_mode = WAL"), "wal", StringComparison.Ordinal))
                {
                    return;
                }

                throw new StoreUnavailableException($"SQLite cannot keep a write-ahead log for '{path}'; put the store on a local disk.");
            }
            catch (SqliteFailure failure) when (StoreErrors.IsBusy(failure) && Environment.TickCount64 - start < busyTimeout.TotalMilliseconds)
            {
                // SQLite does not wait here by itself: another process is about to do the same.
                Thread.Sleep(1);
            }
        }
    }

    private int VersionOf(Connection connection, bool isNew)
    {
        // Another process may be making the store: what is asked must be of one moment.
        using Snapshot snapshot = connection.TakeSnapshot();
        return ReadVersion(connection, isNew);
    }

    private int ReadVersion(Connection connection, bool isNew)
    {
        try
        {
            long version = connection.Number("PRAGMA user_version");
            long application = connection.Number("PRAGMA application_id");
            if (application == SqliteSchema.ApplicationId && version > 0)
            {
                return version <= steps.Count
                    ? (int)version
                    : throw new StoreFormatException($"The store '{path}' has version {version}, newer than the {steps.Count} that this program knows; use a newer Daybook.");
            }

            // Whoever was making the store may have got no further than an empty database.
            return isNew && version == 0 && application == 0 && connection.Number("SELECT count(*) FROM sqlite_master") == 0
                ? 0
                : throw new StoreFormatException($"The database '{path}' is no Daybook store; choose another file.");
        }
        catch (SqliteFailure failure) when (failure.Kind == SQLITE_NOTADB)
        {
            throw new StoreFormatException($"The file '{path}' is no SQLite database; choose another file.", failure);
        }
    }
}
