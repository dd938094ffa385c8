namespace Daybook.Stores.Sqlite;

/// <summary>Reads and writes the rows of streams, inside a writing transaction: nothing of them is kept, since other processes write, too.</summary>
internal sealed class StreamHeads(Connection connection)
{
    private readonly Statement _find = connection.Prepare("""
        SELECT number, version, first_sequence, category, first_timestamp, last_timestamp, incarnation, greatest_id, has_other_ids, hash_before, hash
        FROM streams WHERE name = ?1
        """);

    private readonly Statement _nextNumber = connection.Prepare("SELECT coalesce((SELECT max(number) FROM streams WHERE number > 0), 0) + 1");

    private readonly Statement _nextSystemNumber = connection.Prepare("SELECT coalesce((SELECT min(number) FROM streams WHERE number < 0), 0) - 1");

    private readonly Statement _insert = connection.Prepare("""
        INSERT INTO streams (number, version, first_sequence, last_timestamp, greatest_id, has_other_ids, hash_before, hash, name, category, first_timestamp, incarnation)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, nullif(?10, 0), ?11, ?12)
        """);

    private readonly Statement _update = connection.Prepare("""
        UPDATE streams SET version = ?2, first_sequence = ?3, last_timestamp = ?4, greatest_id = ?5, has_other_ids = ?6, hash_before = ?7, hash = ?8
        WHERE number = ?1
        """);

    private readonly Statement _delete = connection.Prepare("DELETE FROM streams WHERE number = ?1");

    internal StreamHead Find(string streamId)
    {
        using Rows rows = _find.Bind(1, streamId).Run();
        return !rows.Next() ? default : new()
        {
            Number = rows.Number(0),
            Version = rows.Number(1),
            FirstSequence = rows.Number(2),
            Category = rows.Number(3),
            FirstTimestamp = rows.Number(4),
            LastTimestamp = rows.Number(5),
            Incarnation = rows.Id(6),
            GreatestId = rows.Id(7),
            HasOtherIds = rows.Number(8) != 0,
            HashBefore = rows.Hash(9),
            Hash = rows.Hash(10),
        };
    }

    /// <summary>The number of the next stream: above zero for users' streams, below for Daybook's own.</summary>
    internal long NextNumber(string streamId) => (StreamId.IsSystem(streamId) ? _nextSystemNumber : _nextNumber).Number()!.Value;

    internal void Insert(string streamId, in StreamHead head) =>
        BindCommon(_insert, head).Bind(9, streamId).Bind(10, head.Category).Bind(11, head.FirstTimestamp).Bind(12, head.Incarnation).Execute();

    internal void Update(in StreamHead head) => BindCommon(_update, head).Execute();

    internal void Delete(long number) => _delete.Bind(1, number).Execute();

    private static Statement BindCommon(Statement statement, in StreamHead head) => statement
        .Bind(1, head.Number)
        .Bind(2, head.Version)
        .Bind(3, head.FirstSequence)
        .Bind(4, head.LastTimestamp)
        .Bind(5, head.GreatestId)
        .Bind(6, head.HasOtherIds ? 1 : 0)
        .Bind(7, head.HashBefore)
        .Bind(8, head.Hash);
}
