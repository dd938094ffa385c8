namespace Daybook.Stores.Sqlite;

/// <summary>Reads pages of streams and of the feed.</summary>
internal sealed class EventReader(string path)
{
    private const string FindStream = "SELECT number, version, first_sequence, incarnation FROM streams WHERE name = ?1";

    private const string ReadEvents = $"""
        SELECT {EventColumns.Sql}
        FROM events e
        WHERE e.stream = ?1 AND e.sequence >= ?2
        ORDER BY e.sequence LIMIT ?3
        """;

    private const string ReadAll = $"""
        SELECT {EventColumns.Sql}, s.name
        FROM events e CROSS JOIN streams s ON s.number = e.stream
        WHERE e.stream > 0 AND e.offset >= ?1
        ORDER BY e.offset LIMIT ?2
        """;

    internal const string FindEnd = "SELECT max((SELECT next_offset FROM store), coalesce((SELECT max(offset) FROM events), -1) + 1)";

    internal string Path => path;

    internal TypeNumbers Types { get; } = new(path);

    internal NameCache Names { get; } = new();

    internal MetadataCache Metadata { get; } = new();

    internal CorruptEventException Corrupt(string message, long offset, Exception? inner = null) => new(message, path, -1, offset, inner);

    internal EventPage ReadStream(Connection connection, string streamId, long fromSequence, int maxCount)
    {
        using Snapshot snapshot = connection.TakeSnapshot();
        StreamPosition stream = Find(connection, streamId);
        using var page = new PageBuilder(this, connection, maxCount);
        long from = Math.Max(fromSequence, stream.FirstSequence);
        if (from < stream.Version)
        {
            using Rows rows = connection.Cached(ReadEvents).Bind(1, stream.Number).Bind(2, from).Bind(3, page.Room).Run();
            _ = page.AddAll(rows, streamId);
            if (page.Count == 0 || page.Last.Sequence != from + page.Count - 1)
            {
                throw Corrupt($"Events are missing in stream '{streamId}' behind sequence {from}", -1);
            }
        }

        return page.ToPage(from + page.Count, stream);
    }

    internal EventPage ReadFeed(Connection connection, long fromOffset, int maxCount)
    {
        using Snapshot snapshot = connection.TakeSnapshot();
        using var page = new PageBuilder(this, connection, maxCount);
        using (Rows rows = connection.Cached(ReadAll).Bind(1, fromOffset).Bind(2, page.Room).Run())
        {
            _ = page.AddAll(rows, streamId: null);
        }

        // An empty page goes on behind everything that there is, the streams left out included.
        return page.ToPage(page.Count > 0 ? page.Last.Offset + 1 : Math.Max(fromOffset, FeedEnd(connection)));
    }

    internal static long FeedEnd(Connection connection) => connection.Cached(FindEnd).Number() ?? 0;

    private static StreamPosition Find(Connection connection, string streamId)
    {
        using Rows rows = connection.Cached(FindStream).Bind(1, streamId).Run();
        return rows.Next() ? new(rows.Number(0), rows.Number(1), rows.Number(2), rows.Id(3)) : default;
    }
}
