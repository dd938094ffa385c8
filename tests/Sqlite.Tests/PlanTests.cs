using Daybook.CrashTesting;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

/// <summary>SQLite's own account of how it answers: by indexes, never by reading or sorting a whole table.</summary>
public sealed class PlanTests
{
    public static TheoryData<string, EventQuery> Queries => new()
    {
        { "", EventQuery.All },
        { "type", new() { Types = [new("token", 1)] } },
        { "category", new() { Category = "test" } },
        { "correlation", new() { CorrelationId = "c" } },
        { "causation", new() { CausationId = "c" } },
        { "actor", new() { Actor = "c" } },
        { "source", new() { Source = "c" } },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_window_is_read_in_order_by_an_index(string index, EventQuery query)
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        _ = await store.AppendTextAsync("s", "text");
        using Connection connection = database.Connect();
        foreach (bool newestFirst in (bool[])[false, true])
        {
            EventQuery asked = query with { NewestFirst = newestFirst };
            List<QueryCondition> conditions = QueryConditions.Of(asked, new(database.Path), connection)!;
            string[] plan = Plan(connection, QueryReader.WindowSql(conditions, newestFirst));
            string events = index.Length == 0 ? "SEARCH TABLE events AS e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" : $"SEARCH TABLE events AS e USING INDEX events_by_{index} ({index}=? AND rowid>? AND rowid<?)";
            Assert.Equal(events, plan[0]);
            Assert.Contains("SEARCH TABLE streams AS s USING INTEGER PRIMARY KEY (rowid=?)", plan);
            Assert.DoesNotContain(plan, line => line.Contains("SCAN TABLE", StringComparison.Ordinal) || line.Contains("ORDER BY", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Times_and_prefixes_filter_a_window_of_offsets()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        using Connection connection = database.Connect();
        var query = new EventQuery { From = DateTimeOffset.UnixEpoch, StreamPrefix = "a" };
        string[] plan = Plan(connection, QueryReader.WindowSql(QueryConditions.Of(query, new(database.Path), connection)!, newestFirst: false));
        Assert.Equal("SEARCH TABLE events AS e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)", plan[0]);
        Assert.DoesNotContain(plan, line => line.Contains("SCAN TABLE", StringComparison.Ordinal) || line.Contains("ORDER BY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Headers_are_looked_up_within_a_window()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        using Connection connection = database.Connect();
        var query = new EventQuery { Headers = EventMetadata.Empty.Headers.Add("a", "b") };
        string[] plan = Plan(connection, QueryReader.WindowSql(QueryConditions.Of(query, new(database.Path), connection)!, newestFirst: false));
        Assert.Contains("SEARCH TABLE headers AS h USING COVERING INDEX headers_by_value (name=? AND value=? AND offset>? AND offset<?)", plan);
        Assert.DoesNotContain(plan, line => line.Contains("SCAN TABLE", StringComparison.Ordinal) || line.Contains("ORDER BY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_place_is_looked_up_without_touching_an_event()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        _ = await store.AppendTextAsync("s", "text");
        using Connection connection = database.Connect();
        EventQuery query = new()
        {
            Types = [new("token", 1)],
            Category = "test",
            CorrelationId = "c",
            CausationId = "c",
            Actor = "a",
            Source = "s",
            From = DateTimeOffset.UnixEpoch,
            StreamPrefix = "s",
            Headers = EventMetadata.Empty.Headers.Add("a", "b"),
        };
        foreach (QueryCondition condition in QueryConditions.Of(query, new(database.Path), connection)!)
        {
            foreach (bool newestFirst in (bool[])[false, true])
            {
                string[] plan = Plan(connection, QueryReader.NearestSql(condition, newestFirst));
                Assert.All(plan, line => Assert.Matches("COVERING INDEX|events_by_type|events_by_time|ORDER BY|SCALAR SUBQUERY", line));
                Assert.DoesNotContain(plan, line => line.Contains("SCAN TABLE", StringComparison.Ordinal));

                // Only ranges have to be sorted: of times, and of streams.
                bool isRange = condition.Offsets.Contains(">= ?", StringComparison.Ordinal);
                Assert.Equal(isRange, plan.Any(line => line.Contains("ORDER BY", StringComparison.Ordinal)));
            }
        }
    }

    private static string[] Plan(Connection connection, string sql)
    {
        using Statement statement = connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        using Rows rows = statement.Run();
        var lines = new List<string>();
        while (rows.Next())
        {
            lines.Add(rows.Text(3)!);
        }

        return [.. lines];
    }
}
