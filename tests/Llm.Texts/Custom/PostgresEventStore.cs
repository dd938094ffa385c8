using Daybook.Stores;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>
/// A store over PostgreSQL, as the texts show one, and right: the row of the counter is locked by each append, so that no two get one sequence and nobody
/// sees a gap in the feed. An event is a row of JSON with the columns that are asked for beside it. Snapshots need no table: they are streams.
/// </summary>
internal sealed class PostgresEventStore(SqlPool pool, string table = "l0") : BaseEventStore
{
    private readonly StoredPages _pages = new();

    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = pool.IsDurable };

    // The first and the last event of each stream.
    private string StreamsSql => $"""
        SELECT first.event, last.event FROM {table}_events first
        JOIN {table}_events last ON last.stream_id = first.stream_id
            AND last.seq = (SELECT MAX(seq) FROM {table}_events WHERE stream_id = first.stream_id)
        WHERE first.seq = 0
        """;

    private string EndSql => $"SELECT next FROM {table}_counter";

    internal async Task<PostgresEventStore> CreateTablesAsync()
    {
        _ = await pool.QueryAsync($"CREATE TABLE IF NOT EXISTS {table}_counter (next BIGINT NOT NULL)");
        _ = await pool.QueryAsync($"INSERT INTO {table}_counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM {table}_counter)");
        _ = await pool.QueryAsync($"""
            CREATE TABLE IF NOT EXISTS {table}_events (stream_id TEXT, seq BIGINT, place BIGINT NOT NULL UNIQUE, event_id TEXT NOT NULL, event TEXT NOT NULL,
                PRIMARY KEY (stream_id, seq), UNIQUE (stream_id, event_id))
            """);
        return this;
    }

    protected override async ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken) =>
        await pool.InTransactionAsync(query =>
        {
            // The lock comes first: what is read from here on, nobody else changes.
            long offset = (long)query($"UPDATE {table}_counter SET next = next + $1 RETURNING next", [(long)batch.Count])[0][0]! - batch.Count;
            StreamInfo? info = Streams(query($"{StreamsSql} AND first.stream_id = $1", [batch.StreamId])).SingleOrDefault();
            AppendResult? repeated = AppendRules.Decide(
                batch,
                info,
                id => query($"SELECT seq FROM {table}_events WHERE stream_id = $1 AND event_id = $2", [batch.StreamId, id.ToString()]) is [[long sequence]] ? sequence : -1,
                (from, count) => _pages.ToPage(Events(query(RangeSql("stream_id = $1 AND seq >= $2", "seq"), [batch.StreamId, from, (long)count])), from + count, info));
            if (repeated is not null)
            {
                return repeated.Value;
            }

            var result = new AppendResult(info?.Version ?? 0, batch.Count, offset);
            for (int i = 0; i < batch.Count; i++)
            {
                var stored = StoredEvent.Of(batch, i, result.FirstSequence + i, result.OffsetOf(i));
                _ = query($"INSERT INTO {table}_events VALUES ($1, $2, $3, $4, $5)", [stored.StreamId, stored.Sequence, stored.Offset, stored.Id.ToString(), stored.ToJson()]);
            }

            return result;
        });

    // What the stream is and its events must be of one moment.
    protected override async ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken) =>
        await pool.InTransactionAsync(query =>
        {
            StreamInfo? info = Streams(query($"{StreamsSql} AND first.stream_id = $1", [streamId])).SingleOrDefault();
            StoredEvent[] events = Events(query(RangeSql("stream_id = $1 AND seq >= $2", "seq"), [streamId, fromSequence, (long)maxCount]));
            return _pages.ToPage(events, fromSequence + events.Length, info);
        });

    protected override async ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken) =>
        await pool.InTransactionAsync(query =>
        {
            long end = (long)query(EndSql, [])[0][0]!;
            StoredEvent[] events = Events(query(RangeSql("stream_id NOT LIKE $1 AND place >= $2", "place"), ["$%", fromOffset, (long)maxCount]));
            return _pages.ToPage(events, events.Length > 0 ? events[^1].Offset + 1 : Math.Max(fromOffset, end));
        });

    protected override async ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken) => (long)(await pool.QueryAsync(EndSql))[0][0]!;

    protected override async ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken) =>
        Streams(await pool.QueryAsync($"{StreamsSql} AND first.stream_id = $1", streamId)).SingleOrDefault();

    protected override async ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken) =>
        StreamListing.Of(Streams(await pool.QueryAsync(StreamsSql)).OrderBy(stream => stream.StreamId, StringComparer.Ordinal), prefix, continuation, maxCount);

    protected override async ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken) =>
        await pool.InTransactionAsync(query =>
        {
            _ = query($"UPDATE {table}_counter SET next = next", []);
            long version = (long)query($"SELECT COUNT(*) FROM {table}_events WHERE stream_id = $1", [streamId])[0][0]!;
            if (!expectedVersion.Matches(version))
            {
                throw new ConcurrencyException(streamId, expectedVersion, version);
            }

            _ = query($"DELETE FROM {table}_events WHERE stream_id = $1", [streamId]);
            return version > 0;
        });

    protected override async ValueTask DisposeCoreAsync()
    {
        await pool.DisposeAsync();
        await base.DisposeCoreAsync();
    }

    private string RangeSql(string where, string order) => $"SELECT event FROM {table}_events WHERE {where} ORDER BY {order} LIMIT $3";

    private static StoredEvent[] Events(object?[][] rows) => Array.ConvertAll(rows, row => StoredEvent.Parse((string)row[0]!));

    private static IEnumerable<StreamInfo> Streams(object?[][] rows) =>
        rows.Select(row => StoredEvent.InfoOf(StoredEvent.Parse((string)row[0]!), StoredEvent.Parse((string)row[1]!)));
}
