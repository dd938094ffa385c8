using System.Text;
using System.Text.Unicode;
using Daybook.MessagePack;
using static SQLitePCL.raw;

namespace Daybook.Stores.Sqlite;

/// <summary>The rows of a running statement; spans are valid until the next row.</summary>
internal readonly ref struct Rows(Statement statement) : IDisposable
{
    internal bool Next() => statement.Step();

    internal bool IsNull(int column) => sqlite3_column_type(statement.Handle, column) == SQLITE_NULL;

    internal long Number(int column) => sqlite3_column_int64(statement.Handle, column);

    internal ReadOnlySpan<byte> Bytes(int column) => sqlite3_column_blob(statement.Handle, column);

    internal string? Text(int column)
    {
        if (IsNull(column))
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = Bytes(column);
        return (Utf8.IsValid(bytes) ? null : Wtf8.Decode(bytes)) ?? Encoding.UTF8.GetString(bytes);
    }

    internal EventId Id(int column) => Bytes(column) is { Length: 16 } bytes ? EventId.Read(bytes) : default;

    internal ChainHash? Hash(int column) => Bytes(column) is { Length: ChainHash.Size } bytes ? new(bytes) : null;

    public void Dispose() => statement.Reset();
}
