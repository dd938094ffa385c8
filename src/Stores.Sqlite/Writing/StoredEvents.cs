namespace Daybook.Stores.Sqlite;

/// <summary>The events of streams as writing looks at them and changes them, inside a writing transaction.</summary>
internal sealed class StoredEvents(Connection connection)
{
    private const string Doomed = "FROM events WHERE stream = ?1 AND sequence < ?2";
    private readonly Statement _findId = connection.Prepare("SELECT sequence FROM events WHERE stream = ?1 AND id = ?2");

    private readonly Statement _find = connection.Prepare("""
        SELECT e.offset, e.id, t.schema, e.payload
        FROM events e LEFT JOIN types t ON t.number = e.type
        WHERE e.stream = ?1 AND e.sequence = ?2
        """);

    private readonly Statement _hash = connection.Prepare("SELECT hash FROM events WHERE stream = ?1 AND sequence = ?2");

    private readonly Statement _deleteHeaders = connection.Prepare($"DELETE FROM headers WHERE offset IN (SELECT offset {Doomed} AND headers IS NOT NULL)");

    private readonly Statement _delete = connection.Prepare($"DELETE {Doomed}");

    private readonly Statement _replace = connection.Prepare("""
        UPDATE events SET type = ?3, payload = ?4, encoding = 0, key_id = NULL WHERE stream = ?1 AND sequence = ?2
        """);

    internal long? SequenceOf(long stream, EventId id) => _findId.Bind(1, stream).Bind(2, id).Number();

    /// <summary>The row of one event: offset, id, schema line, payload.</summary>
    internal Rows Find(long stream, long sequence) => _find.Bind(1, stream).Bind(2, sequence).Run();

    internal ChainHash? HashOf(long stream, long sequence)
    {
        using Rows rows = _hash.Bind(1, stream).Bind(2, sequence).Run();
        return rows.Next() ? rows.Hash(0) : null;
    }

    /// <summary>Removes the events of a stream before a sequence.</summary>
    internal void Delete(long stream, long before)
    {
        _deleteHeaders.Bind(1, stream).Bind(2, before).Execute();
        _delete.Bind(1, stream).Bind(2, before).Execute();
    }

    internal void Replace(long stream, long sequence, long type, ReadOnlySpan<byte> payload) =>
        _replace.Bind(1, stream).Bind(2, sequence).Bind(3, type).Bind(4, payload).Execute();
}
