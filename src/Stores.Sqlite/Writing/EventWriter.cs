namespace Daybook.Stores.Sqlite;

/// <summary>Inserts the rows of events. Parameters keep their values, so only what differs from event to event is bound anew.</summary>
internal sealed class EventWriter(Connection connection)
{
    private readonly Statement _insert = connection.Prepare("""
        INSERT INTO events (stream, category, offset, sequence, id, timestamp, type, payload, hash, correlation, causation, actor, source, headers)
        VALUES (?1, nullif(?2, 0), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, nullif(?14, 0))
        """);

    private readonly Statement _insertHeader = connection.Prepare("INSERT INTO headers (offset, name, value) VALUES (?1, ?2, ?3)");

    private EventMetadata? _bound;

    /// <summary>Says which stream the next events go to.</summary>
    internal void Start(in StreamHead head) => _ = _insert.Bind(1, head.Number).Bind(2, head.Category);

    internal void Insert(in PendingEvent pending, ReadOnlySpan<byte> payload, long offset, long sequence, long type, in ChainHash? hash)
    {
        if (!ReferenceEquals(pending.Metadata, _bound))
        {
            Bind(pending.Metadata ?? EventMetadata.Empty);
            _bound = pending.Metadata;
        }

        _insert.Bind(3, offset).Bind(4, sequence).Bind(5, pending.Id).Bind(6, pending.TimestampTicks).Bind(7, type).Bind(8, payload).Bind(9, hash).Execute();
        if (pending.Metadata is { Headers.IsEmpty: false } metadata)
        {
            foreach ((string name, string value) in metadata.Headers)
            {
                _insertHeader.Bind(1, offset).Bind(2, name).Bind(3, value).Execute();
            }
        }
    }

    private void Bind(EventMetadata metadata) => _ = _insert
        .Bind(10, metadata.CorrelationId)
        .Bind(11, metadata.CausationId)
        .Bind(12, metadata.Actor)
        .Bind(13, metadata.Source)
        .Bind(14, metadata.Headers.Count);
}
