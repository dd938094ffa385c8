using Daybook;
using Sqlite.Aot;

// Writes and reads an SQLite store in every way; NativeAotTests publishes and runs it.
string path = args[0];
await using (IEventStore store = await new EventStoreRegistry().AddSqlite().OpenAsync($"sqlite:{path}?chain=true"))
{
    var recorder = new Counter.Recorder(store, "counter-1");
    for (int i = 1; i <= 10; i++)
    {
        _ = await recorder.RecordCountedAsync(i);
    }

    _ = await store.RedactAsync("counter-1", 9, "to see it done");
    _ = await store.TruncateStreamAsync("counter-1", 2);
}

await using IEventStore reader = SqliteEventStores.Open(path, new() { ReadOnly = true });
StreamInfo info = (await reader.GetStreamInfoAsync("counter-1"))!;
using var found = await reader.ReadQueryAsync(new EventQuery { Category = "counter", StreamPrefix = "counter-" }.Of<Counted>(), 0, 100);
StreamListing listing = await reader.ListStreamsAsync();
Console.WriteLine($"version {info.Version}, {info.Count} events, {found.Count} counted, {listing.Streams.Length} stream, chained: {info.Hash is not null}");
