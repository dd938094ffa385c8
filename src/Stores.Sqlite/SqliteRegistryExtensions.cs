using Daybook.Stores.Sqlite;

namespace Daybook;

/// <summary>Adds SQLite stores to a registry.</summary>
public static class SqliteRegistryExtensions
{
    /// <summary>
    /// Adds the scheme <c>sqlite</c>: <c>sqlite:./orders.db?durability=written</c>. Options: <c>readonly</c>, <c>durability</c>
    /// (<c>flushed</c> or <c>written</c>), <c>chain</c>, <c>busytimeout</c> (a span of time).
    /// </summary>
    /// <param name="registry">The registry.</param>
    /// <returns>The registry.</returns>
    /// <exception cref="ArgumentException">The scheme is known already.</exception>
    public static EventStoreRegistry AddSqlite(this EventStoreRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Register("sqlite", ["readonly", "durability", "chain", "busytimeout"], Open);
    }

    private static SqliteEventStore Open(ConnectionString connection)
    {
        if (connection.Path.Length == 0)
        {
            throw new InvalidConnectionStringException("An SQLite store needs a file: write sqlite:./orders.db, for instance.");
        }

        var usual = new SqliteStoreOptions();
        return SqliteEventStores.Open(connection.Path, new()
        {
            ReadOnly = connection.GetBoolean("readonly"),
            Durability = connection.GetOneOf("durability", usual.Durability, ("flushed", Durability.Flushed), ("written", Durability.Written)),
            Chained = connection.GetBoolean("chain"),
            BusyTimeout = connection.GetTimeSpan("busytimeout") ?? usual.BusyTimeout,
        });
    }
}
