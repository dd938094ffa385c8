namespace Daybook.Stores.Sqlite;

/// <summary>The columns that a page is made of, in this order.</summary>
internal static class EventColumns
{
    /// <summary>Of the table <c>events</c> as <c>e</c>.</summary>
    internal const string Sql = """
        e.offset, e.sequence, e.id, e.timestamp, e.type, e.payload, e.hash, e.encoding,
        coalesce(e.correlation, e.causation, e.actor, e.source, e.headers) IS NOT NULL, e.correlation, e.causation, e.actor, e.source, e.headers
        """;

    internal const int Offset = 0;
    internal const int Sequence = 1;
    internal const int Id = 2;
    internal const int Timestamp = 3;
    internal const int Type = 4;
    internal const int Payload = 5;
    internal const int Hash = 6;
    internal const int Encoding = 7;
    internal const int HasMetadata = 8;
    internal const int Correlation = 9;
    internal const int Source = 12;
    internal const int Headers = 13;

    /// <summary>The stream's id, where a page holds events of several.</summary>
    internal const int StreamName = 14;
}
