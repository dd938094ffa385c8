using SQLitePCL;
using static SQLitePCL.raw;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>
/// What a pool of PostgreSQL's connections is in the texts: it runs SQL with <c>$1</c>, <c>$2</c>. Here a database of SQLite answers, in memory or in a file, which
/// understands the same SQL; transactions come one after the other. So it shows the store's code and its SQL, and nothing of PostgreSQL's own locks.
/// </summary>
internal sealed class SqlPool : IAsyncDisposable
{
    private const string InMemory = ":memory:";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly sqlite3 _database;

    private SqlPool(string database)
    {
        Batteries_V2.Init();
        IsDurable = database != InMemory;
        Check(sqlite3_open(database, out _database));
    }

    internal bool IsDurable { get; }

    internal static Task<SqlPool> ConnectAsync(string? connection, string database = InMemory)
    {
        Assert.StartsWith("postgresql://", connection, StringComparison.Ordinal);
        return Task.FromResult(new SqlPool(database));
    }

    internal async Task<object?[][]> QueryAsync(string sql, params object?[] parameters)
    {
        await _turn.WaitAsync();
        try
        {
            return Run(sql, parameters);
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    /// <summary>Runs a transaction; what throws leaves nothing behind.</summary>
    internal async Task<T> InTransactionAsync<T>(Func<Func<string, object?[], object?[][]>, T> work)
    {
        await _turn.WaitAsync();
        try
        {
            _ = Run("BEGIN");
            T result = work(Run);
            _ = Run("COMMIT");
            return result;
        }
        finally
        {
            if (sqlite3_get_autocommit(_database) == 0)
            {
                _ = Run("ROLLBACK");
            }

            _ = _turn.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private object?[][] Run(string sql, params object?[] parameters)
    {
        var rows = new List<object?[]>();
        Check(sqlite3_prepare_v2(_database, sql, out sqlite3_stmt statement));
        using (statement)
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                Bind(statement, sqlite3_bind_parameter_index(statement, $"${i + 1}"), parameters[i]);
            }

            int code;
            while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            {
                rows.Add([.. Enumerable.Range(0, sqlite3_column_count(statement)).Select(column => Value(statement, column))]);
            }

            Check(code == SQLITE_DONE ? SQLITE_OK : code);
        }

        return [.. rows];
    }

    private void Bind(sqlite3_stmt statement, int index, object? value) => Check(value switch
    {
        null => sqlite3_bind_null(statement, index),
        long number => sqlite3_bind_int64(statement, index, number),
        byte[] bytes => sqlite3_bind_blob(statement, index, bytes),
        _ => sqlite3_bind_text(statement, index, (string)value),
    });

    private static object? Value(sqlite3_stmt statement, int column) => sqlite3_column_type(statement, column) switch
    {
        SQLITE_NULL => null,
        SQLITE_INTEGER => sqlite3_column_int64(statement, column),
        SQLITE_BLOB => sqlite3_column_blob(statement, column).ToArray(),
        _ => sqlite3_column_text(statement, column).utf8_to_string(),
    };

    private void Check(int code)
    {
        if (code != SQLITE_OK)
        {
            throw new InvalidOperationException(sqlite3_errmsg(_database).utf8_to_string());
        }
    }
}
