using SQLitePCL;
using static SQLitePCL.raw;

namespace Daybook.Stores.Sqlite;

/// <summary>One connection to the database; used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private const int MaxStatements = 64;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly List<Statement> _prepared = [];
    private readonly sqlite3 _database;

    private Connection(sqlite3 database) => _database = database;

    /// <summary>Whether the file itself cannot be written to.</summary>
    internal bool IsReadOnly => sqlite3_db_readonly(_database, "main") == 1;

    /// <summary>Whether a transaction is open.</summary>
    internal bool IsInTransaction => sqlite3_get_autocommit(_database) == 0;

    /// <summary>How many rows this connection ever changed.</summary>
    internal int TotalChanges => sqlite3_total_changes(_database);

    /// <summary>Opens a file; makes it only when <paramref name="access"/> says so.</summary>
    internal static Connection Open(string path, Access access, TimeSpan busyTimeout)
    {
        int flags = SQLITE_OPEN_NOMUTEX | access switch
        {
            Access.Create => SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
            Access.Write => SQLITE_OPEN_READWRITE,
            Access.Read => SQLITE_OPEN_READONLY,
            _ => SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
        };
        string name = access == Access.ReadUnchanging ? $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : path;
        int code = sqlite3_open_v2(name, out sqlite3 database, flags, null);
        if (code != SQLITE_OK)
        {
            string message = sqlite3_errstr(code).utf8_to_string();
            database.Dispose();
            throw new SqliteFailure(code, message);
        }

        _ = sqlite3_extended_result_codes(database, 1);
        var connection = new Connection(database);
        connection.SetBusyTimeout(busyTimeout);
        return connection;
    }

    /// <summary>Prepares a statement that is kept until the connection closes.</summary>
    internal Statement Prepare(string sql)
    {
        var statement = new Statement(_database, sql);
        _prepared.Add(statement);
        return statement;
    }

    /// <summary>Prepares a statement of many possible ones, or takes it from those kept.</summary>
    internal Statement Cached(string sql)
    {
        if (!_statements.TryGetValue(sql, out Statement? statement))
        {
            statement = new(_database, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Forgets statements when there are many; while none runs.</summary>
    internal void Trim()
    {
        if (_statements.Count > MaxStatements)
        {
            DisposeStatements();
        }
    }

    /// <summary>Runs statements once.</summary>
    internal void Execute(string sql)
    {
        int code = sqlite3_exec(_database, sql);
        if (code != SQLITE_OK)
        {
            throw Failure();
        }
    }

    /// <summary>Asks once for a number.</summary>
    internal long Number(string sql)
    {
        using var statement = new Statement(_database, sql);
        return statement.Number() ?? 0;
    }

    /// <summary>Asks once for a text.</summary>
    internal string? Text(string sql)
    {
        using var statement = new Statement(_database, sql);
        using Rows rows = statement.Run();
        return rows.Next() ? rows.Text(0) : null;
    }

    /// <summary>Says how long SQLite itself waits for other connections, blocking the thread.</summary>
    internal void SetBusyTimeout(TimeSpan timeout) => _ = sqlite3_busy_timeout(_database, (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue));

    /// <summary>What is read until the answer is disposed is of one moment.</summary>
    internal Snapshot TakeSnapshot() => new(this);

    /// <summary>Brings all that was committed into the database file and empties the write-ahead log.</summary>
    /// <returns>False when somebody is in the way.</returns>
    internal bool TryTruncateLog()
    {
        try
        {
            // Before it has read anything, a connection knows of no log, and says that all is well.
            _ = Number("PRAGMA user_version");
            int code = sqlite3_wal_checkpoint_v2(_database, "main", SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
            return code == SQLITE_OK ? true : throw Failure();
        }
        catch (SqliteFailure failure) when (StoreErrors.IsBusy(failure))
        {
            return false;
        }
    }

    public void Dispose()
    {
        DisposeStatements();
        _prepared.ForEach(static statement => statement.Dispose());
        _database.Dispose();
    }

    private SqliteFailure Failure() => new(sqlite3_extended_errcode(_database), sqlite3_errmsg(_database).utf8_to_string());

    private void DisposeStatements()
    {
        foreach (Statement statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
