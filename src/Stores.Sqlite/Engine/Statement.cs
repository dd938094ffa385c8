using System.Buffers;
using Daybook.MessagePack;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Daybook.Stores.Sqlite;

/// <summary>A prepared statement, kept as long as its connection. Parameters count from 1 and keep their values.</summary>
internal sealed class Statement : IDisposable
{
    private const int MaxStackBytes = 512;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(sqlite3_prepare_v3(database, sql, SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    internal Statement Bind(int parameter, long value)
    {
        Check(sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    internal Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    internal Statement Bind(int parameter, EventId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Write(bytes);
        return id.IsEmpty ? BindNull(parameter) : Bind(parameter, bytes);
    }

    internal Statement Bind(int parameter, in ChainHash? hash)
    {
        if (hash is not { } value)
        {
            return BindNull(parameter);
        }

        Span<byte> bytes = stackalloc byte[ChainHash.Size];
        value.Write(bytes);
        return Bind(parameter, bytes);
    }

    /// <summary>Binds text in the store's encoding: UTF-8, a lone surrogate as three bytes.</summary>
    internal Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        int most = value.Length * 3;
        byte[]? rented = most <= MaxStackBytes ? null : ArrayPool<byte>.Shared.Rent(most);
        Span<byte> bytes = rented ?? stackalloc byte[MaxStackBytes];
        BindText(parameter, bytes[..Wtf8.Encode(value, bytes)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    internal Statement BindText(int parameter, ReadOnlySpan<byte> value)
    {
        // An empty span has no address, which SQLite takes for null.
        Check(value.IsEmpty ? sqlite3_bind_text(_statement, parameter, "") : sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    internal Statement BindNull(int parameter)
    {
        Check(sqlite3_bind_null(_statement, parameter));
        return this;
    }

    /// <summary>Runs the statement; dispose the rows before it is used again.</summary>
    internal Rows Run() => new(this);

    /// <summary>Runs a statement that gives no rows.</summary>
    internal void Execute()
    {
        using Rows rows = Run();
        while (rows.Next())
        {
        }
    }

    /// <summary>Runs a statement that gives one number at most.</summary>
    internal long? Number()
    {
        using Rows rows = Run();
        return rows.Next() && !rows.IsNull(0) ? rows.Number(0) : null;
    }

    internal bool Step()
    {
        int code = sqlite3_step(_statement);
        return code == SQLITE_ROW || (code == SQLITE_DONE ? false : throw Failure());
    }

    internal void Reset() => _ = sqlite3_reset(_statement);

    internal sqlite3_stmt Handle => _statement;

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != SQLITE_OK)
        {
            throw Failure();
        }
    }

    private SqliteFailure Failure() => new(sqlite3_extended_errcode(_database), sqlite3_errmsg(_database).utf8_to_string());
}
