namespace Daybook.Stores.Sqlite;

/// <summary>A reading transaction, so that several statements see the same.</summary>
internal readonly ref struct Snapshot
{
    private readonly Connection _connection;

    internal Snapshot(Connection connection)
    {
        _connection = connection;
        connection.Cached("BEGIN").Execute();
    }

    public void Dispose()
    {
        // Some failures have ended it already.
        if (_connection.IsInTransaction)
        {
            _connection.Cached("COMMIT").Execute();
        }
    }
}
