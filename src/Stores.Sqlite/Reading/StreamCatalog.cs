namespace Daybook.Stores.Sqlite;

/// <summary>What there is to know of streams without their events.</summary>
internal sealed class StreamCatalog(string path)
{
    private const string Columns = """
        SELECT s.name, s.version, s.first_sequence, c.name, s.first_timestamp, s.last_timestamp, s.incarnation, s.hash_before, s.hash
        FROM streams s LEFT JOIN categories c ON c.number = s.category
        """;

    private const string Find = Columns + " WHERE s.name = ?1";

    private const string List = Columns + " WHERE s.name >= ?1 AND s.name < ?2 ORDER BY s.name LIMIT ?3";

    // Where Daybook's own streams stand among the others: "$" and what comes next to it.
    private static ReadOnlySpan<byte> SystemStart => "$"u8;

    private static ReadOnlySpan<byte> SystemEnd => "%"u8;

    internal StreamInfo? Read(Connection connection, string streamId)
    {
        using Rows rows = connection.Cached(Find).Bind(1, streamId).Run();
        return rows.Next() ? Info(rows) : null;
    }

    /// <summary>Lists streams in the order of their ids' bytes.</summary>
    internal StreamListing ReadPage(Connection connection, string prefix, string? continuation, int maxCount)
    {
        var found = new List<StreamInfo>();
        PrefixRange range = PrefixRange.Of(prefix);
        bool isFull;
        using (Snapshot snapshot = connection.TakeSnapshot())
        {
            // Ids hold no zeros, so what follows an id is greater or equal to it and a zero.
            ReadOnlySpan<byte> from = continuation is null ? range.Start : [.. PrefixRange.Bytes(continuation), 0];
            if (prefix.Length == 0 && from.SequenceCompareTo(SystemStart) < 0)
            {
                Add(connection, found, from, SystemStart, maxCount + 1L);
                from = SystemEnd;
            }

            Add(connection, found, from, range.End, maxCount + 1L - found.Count);
            isFull = found.Count > maxCount;
        }

        if (isFull)
        {
            found.RemoveAt(maxCount);
        }

        return new([.. found], isFull ? found[^1].StreamId : null);
    }

    private void Add(Connection connection, List<StreamInfo> found, ReadOnlySpan<byte> from, ReadOnlySpan<byte> before, long maxCount)
    {
        using Rows rows = connection.Cached(List).BindText(1, from).BindText(2, before).Bind(3, maxCount).Run();
        while (rows.Next())
        {
            found.Add(Info(rows));
        }
    }

    private StreamInfo Info(in Rows rows) => new()
    {
        StreamId = rows.Text(0)!,
        Version = rows.Number(1),
        FirstSequence = rows.Number(2),
        Category = rows.Text(3),
        FirstTimestamp = Time(rows, 4),
        LastTimestamp = Time(rows, 5),
        Incarnation = rows.Id(6),
        HashBefore = rows.Hash(7),
        Hash = rows.Hash(8),
    };

    private DateTimeOffset Time(in Rows rows, int column) =>
        rows.Number(column) is >= 0 and var ticks && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(ticks, TimeSpan.Zero)
            : throw new CorruptEventException($"A time stamp of stream '{rows.Text(0)}' is none", path, -1, -1);
}
