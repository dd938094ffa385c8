using System.Globalization;

namespace Daybook.Stores.Sqlite;

/// <summary>
/// Reads a page of a query. Events are looked at by offset, window by window; where a window held none, indexes say where each
/// condition can hold next, so nothing in between is looked at.
/// </summary>
internal sealed class QueryReader
{
    private const long FirstWindow = 4096;
    private const long LargestWindow = 1024 * 1024;
    private readonly EventReader _reader;
    private readonly Connection _connection;
    private readonly List<QueryCondition> _conditions;
    private readonly bool _newestFirst;
    private readonly string _window;

    private QueryReader(EventReader reader, Connection connection, List<QueryCondition> conditions, bool newestFirst)
    {
        _reader = reader;
        _connection = connection;
        _conditions = conditions;
        _newestFirst = newestFirst;
        _window = WindowSql(conditions, newestFirst);
    }

    internal static EventPage Read(EventReader reader, Connection connection, EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        using Snapshot snapshot = connection.TakeSnapshot();
        long end = EventReader.FeedEnd(connection);
        using var page = new PageBuilder(reader, connection, maxCount);
        List<QueryCondition>? conditions = QueryConditions.Of(query, reader.Types, connection);
        if (conditions is null)
        {
            return page.ToPage(query.NewestFirst ? 0 : Math.Max(fromOffset, end));
        }

        var self = new QueryReader(reader, connection, conditions, query.NewestFirst);
        return page.ToPage(query.NewestFirst ? self.ReadBackward(page, Math.Min(fromOffset, end), cancellationToken) : self.ReadForward(page, fromOffset, end, cancellationToken));
    }

    /// <summary>Reads the events of a window.</summary>
    internal static string WindowSql(List<QueryCondition> conditions, bool newestFirst)
    {
        string filters = string.Concat(conditions.Select(static condition => " AND " + condition.Filter));

        // The cross join keeps the order of the tables: events by offset, each with its stream.
        return Number($"""
            SELECT {EventColumns.Sql}, s.name
            FROM events e CROSS JOIN streams s ON s.number = e.stream
            WHERE e.stream > 0 AND e.offset >= ? AND e.offset < ?{filters}
            ORDER BY e.offset {(newestFirst ? "DESC" : "ASC")} LIMIT ?
            """).Replace("{from}", "?1", StringComparison.Ordinal).Replace("{before}", "?2", StringComparison.Ordinal);
    }

    /// <summary>Looks up the first or last offset, from some offset on, where a condition holds.</summary>
    internal static string NearestSql(QueryCondition condition, bool newestFirst) =>
        Number(condition.Offsets + (newestFirst ? " AND offset < ? ORDER BY offset DESC LIMIT 1" : " AND offset >= ? ORDER BY offset LIMIT 1"));

    private long ReadForward(PageBuilder page, long from, long end, CancellationToken cancellationToken)
    {
        for (long window = FirstWindow; from < end; window = Math.Min(LargestWindow, window * 2))
        {
            long before = Math.Min(end, from + window);
            int known = page.Count;
            if (!ReadWindow(page, from, before, cancellationToken))
            {
                return page.Last.Offset + 1;
            }

            from = page.Count > known ? before : Jump(before) ?? end;
        }

        return Math.Max(from, end);
    }

    private long ReadBackward(PageBuilder page, long before, CancellationToken cancellationToken)
    {
        for (long window = FirstWindow; before > 0; window = Math.Min(LargestWindow, window * 2))
        {
            long from = Math.Max(0, before - window);
            int known = page.Count;
            if (!ReadWindow(page, from, before, cancellationToken))
            {
                return page.Last.Offset;
            }

            before = page.Count > known ? from : Jump(from) + 1 ?? 0;
        }

        return 0;
    }

    // False when the page is full.
    private bool ReadWindow(PageBuilder page, long from, long before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Statement statement = _connection.Cached(_window).Bind(1, from).Bind(2, before);
        int parameter = 3;
        foreach (QueryCondition condition in _conditions)
        {
            parameter = QueryCondition.Bind(statement, parameter, condition.Values);
        }

        using Rows rows = statement.Bind(parameter, page.Room).Run();
        _ = page.AddAll(rows, streamId: null);
        return page.Room > 0;
    }

    // The next offset, or the one before, from which on each condition holds somewhere; null when one does nowhere.
    private long? Jump(long offset)
    {
        foreach (QueryCondition condition in _conditions)
        {
            if (Nearest(condition, offset) is not { } nearest)
            {
                return null;
            }

            offset = _newestFirst ? nearest + 1 : nearest;
        }

        return _newestFirst ? offset - 1 : offset;
    }

    private long? Nearest(QueryCondition condition, long offset)
    {
        Statement statement = _connection.Cached(NearestSql(condition, _newestFirst));
        long? nearest = null;
        foreach (object[] values in condition.Lookups)
        {
            if (statement.Bind(QueryCondition.Bind(statement, 1, values), offset).Number() is { } found
                && (nearest is not { } best || (_newestFirst ? found > best : found < best)))
            {
                nearest = found;
            }
        }

        return nearest;
    }

    // SQLite counts plain question marks itself; numbered ones can be read in a plan.
    private static string Number(string sql)
    {
        string[] parts = sql.Split('?');
        return string.Concat(parts.Select((part, i) => i == 0 ? part : string.Create(CultureInfo.InvariantCulture, $"?{i}{part}")));
    }
}
