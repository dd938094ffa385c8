using System.Buffers.Binary;
using Daybook.Stores.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Daybook.Benchmarks;

/// <summary>Appends and reads token events of one stream with prepared statements and nothing else, in the tables of the SQLite store.</summary>
internal sealed class HandWrittenSqlite : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _commit;
    private readonly sqlite3_stmt _findHead;
    private readonly sqlite3_stmt _nextOffset;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _updateHead;
    private readonly sqlite3_stmt _read;
    private readonly byte[] _id = new byte[16];
    private long _lastId;

    internal HandWrittenSqlite(string path)
    {
        SqliteEventStores.Open(path).DisposeAsync().AsTask().GetAwaiter().GetResult();
        Check(sqlite3_open_v2(path, out _database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, null));
        Check(sqlite3_exec(_database, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; INSERT INTO types VALUES (1, 'event benchmark.token@1 (0 Text: string, 1 Index: int32)')"));
        Check(sqlite3_exec(_database, "INSERT INTO streams VALUES (1, 'text', 0, 0, NULL, 0, 0, zeroblob(16), zeroblob(16), 0, NULL, NULL)"));
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _findHead = Prepare("SELECT number, version FROM streams WHERE name = ?1");
        _nextOffset = Prepare(EventReader.FindEnd);
        _insert = Prepare("INSERT INTO events (offset, stream, sequence, id, timestamp, type, payload) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)");
        _updateHead = Prepare("UPDATE streams SET version = ?2, last_timestamp = ?3, greatest_id = ?4 WHERE number = ?1 AND version = ?5");
        _read = Prepare("SELECT payload, sequence, offset, id, timestamp, type FROM events WHERE stream = 1 ORDER BY sequence");
    }

    internal void Append(int count, ReadOnlySpan<byte> payload)
    {
        long now = DateTime.UtcNow.Ticks;
        Execute(_begin);
        Check(sqlite3_bind_text(_findHead, 1, "text"u8));
        Row(_findHead);
        long stream = sqlite3_column_int64(_findHead, 0);
        long version = sqlite3_column_int64(_findHead, 1);
        Check(sqlite3_reset(_findHead));
        Row(_nextOffset);
        long offset = sqlite3_column_int64(_nextOffset, 0);
        Check(sqlite3_reset(_nextOffset));
        Check(sqlite3_bind_int64(_insert, 2, stream));
        Check(sqlite3_bind_int64(_insert, 5, now));
        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(_id.AsSpan(8), ++_lastId);
            Check(sqlite3_bind_int64(_insert, 1, offset + i));
            Check(sqlite3_bind_int64(_insert, 3, version + i));
            Check(sqlite3_bind_blob(_insert, 4, _id.AsSpan()));
            Check(sqlite3_bind_blob(_insert, 6, payload));
            Execute(_insert);
        }

        Check(sqlite3_bind_int64(_updateHead, 1, stream));
        Check(sqlite3_bind_int64(_updateHead, 2, version + count));
        Check(sqlite3_bind_int64(_updateHead, 3, now));
        Check(sqlite3_bind_blob(_updateHead, 4, _id.AsSpan()));
        Check(sqlite3_bind_int64(_updateHead, 5, version));
        Execute(_updateHead);
        Execute(_commit);
    }

    /// <summary>Reads everything of each event, and does nothing with it.</summary>
    internal long Read()
    {
        long bytes = 0;
        while (sqlite3_step(_read) == SQLITE_ROW)
        {
            bytes += sqlite3_column_blob(_read, 0).Length + sqlite3_column_blob(_read, 3).Length;
            bytes += (sqlite3_column_int64(_read, 1) ^ sqlite3_column_int64(_read, 2) ^ sqlite3_column_int64(_read, 4) ^ sqlite3_column_int64(_read, 5)) & 1;
        }

        Check(sqlite3_reset(_read));
        return bytes;
    }

    public void Dispose()
    {
        foreach (sqlite3_stmt statement in (sqlite3_stmt[])[_begin, _commit, _findHead, _nextOffset, _insert, _updateHead, _read])
        {
            statement.Dispose();
        }

        _database.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(sqlite3_prepare_v3(_database, sql, SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement));
        return statement;
    }

    private static void Row(sqlite3_stmt statement)
    {
        if (sqlite3_step(statement) != SQLITE_ROW)
        {
            throw new InvalidOperationException("There is no row.");
        }
    }

    private static void Execute(sqlite3_stmt statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE)
        {
            throw new InvalidOperationException("The statement failed.");
        }

        Check(sqlite3_reset(statement));
    }

    private static void Check(int code)
    {
        if (code != SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite says {code}.");
        }
    }
}
