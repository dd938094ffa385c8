namespace Daybook.Stores.Sqlite;

/// <summary>A query as conditions in SQL. Values are always parameters.</summary>
internal static class QueryConditions
{
    /// <summary>The conditions, those that are cheap to look up first; null when no event can meet them.</summary>
    internal static List<QueryCondition>? Of(EventQuery query, TypeNumbers types, Connection connection)
    {
        var conditions = new List<QueryCondition>();
        AddText(conditions, "correlation", query.CorrelationId);
        AddText(conditions, "causation", query.CausationId);
        AddText(conditions, "actor", query.Actor);
        AddText(conditions, "source", query.Source);
        foreach ((string name, string value) in query.Headers)
        {
            conditions.Add(new(
                "e.offset IN (SELECT h.offset FROM headers h WHERE h.name = ? AND h.value = ? AND h.offset >= {from} AND h.offset < {before})",
                "SELECT offset FROM headers INDEXED BY headers_by_value WHERE name = ? AND value = ?",
                name,
                value));
        }

        if (!query.Types.IsDefaultOrEmpty && !TryAddTypes(conditions, query, types, connection))
        {
            return null;
        }

        if (query.Category is not null)
        {
            const string IsOfCategory = "category = (SELECT number FROM categories WHERE name = ?)";
            conditions.Add(new("e." + IsOfCategory, $"SELECT offset FROM events INDEXED BY events_by_category WHERE {IsOfCategory}", query.Category));
        }

        AddTimes(conditions, query);
        if (!string.IsNullOrEmpty(query.StreamPrefix))
        {
            PrefixRange range = PrefixRange.Of(query.StreamPrefix);
            conditions.Add(new(
                "s.name >= ? AND s.name < ?",
                "SELECT offset FROM streams CROSS JOIN events INDEXED BY events_by_stream ON stream = number WHERE number > 0 AND name >= ? AND name < ?",
                range.Start,
                range.End));
        }

        return conditions;
    }

    private static void AddText(List<QueryCondition> conditions, string column, string? value)
    {
        if (value is not null)
        {
            conditions.Add(new($"e.{column} = ?", $"SELECT offset FROM events INDEXED BY events_by_{column} WHERE {column} = ?", value));
        }
    }

    private static bool TryAddTypes(List<QueryCondition> conditions, EventQuery query, TypeNumbers types, Connection connection)
    {
        var numbers = new SortedSet<long>();
        foreach (EventType type in query.Types)
        {
            numbers.UnionWith(types.NumbersOf(type, connection));
        }

        object[] values = [.. numbers.Select(static number => (object)number)];
        string marks = string.Join(", ", Enumerable.Repeat("?", values.Length));
        const string Offsets = "SELECT offset FROM events INDEXED BY events_by_type WHERE stream > 0 AND type = ?";
        conditions.Add(new($"e.type IN ({marks})", values, Offsets, [.. numbers.Select(static number => new object[] { number })]));
        return values.Length > 0;
    }

    private static void AddTimes(List<QueryCondition> conditions, EventQuery query)
    {
        if (query.From is not null || query.Before is not null)
        {
            // The plus keeps SQLite from walking the index of time stamps where the order of offsets is wanted.
            conditions.Add(new(
                "+e.timestamp >= ? AND +e.timestamp < ?",
                "SELECT offset FROM events INDEXED BY events_by_time WHERE stream > 0 AND timestamp >= ? AND timestamp < ?",
                query.From?.UtcTicks ?? 0L,
                query.Before?.UtcTicks ?? long.MaxValue));
        }
    }
}
