using AuditTrail;
using Daybook;
using Daybook.Stores;

// AuditTrail [connection string [anchor file]]. Every stream gets a hash chain: each event's hash covers the one before it.
await using IEventStore store = await EventStores.OpenAsync(args.Length > 0 ? args[0] : "memory:?chain=true");
string? anchorFile = args.Length > 1 ? args[1] : null;
if (File.Exists(anchorFile))
{
    // Run again, it first asks whether all that the anchor covers is there still. What was deleted as it should be is counted. Never anchor what is not intact.
    IntegrityReport since = await store.VerifyAsync(StoreAnchor.Parse(await File.ReadAllTextAsync(anchorFile)));
    Console.WriteLine($"since the last time: {since.Problem?.ToString() ?? "intact"}, {since.Deleted} streams deleted");
    if (!since.IsIntact)
    {
        return 1;
    }
}

foreach ((string day, string who, string what) in ((string, string, string)[])
    [("2026-03-01", "ada", "log in"), ("2026-03-01", "ada", "pay 10"), ("2026-03-01", "bob", "log in"), ("2026-03-02", "ada", "pay 20")])
{
    DateTimeOffset time = DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
    _ = await new Audit.Recorder(store, $"audit/{day}/{who}").RecordDoneAsync(who, what, new() { Timestamp = time });
}

// Listing by prefix: one day, whoever it was.
foreach (string stream in await ListAsync(store, "audit/2026-03-01/"))
{
    Versioned<Audit> audit = await store.LoadAsync<Audit>(stream);
    Console.WriteLine($"{stream}: {audit.State.Count} events, last '{audit.State.Last}'");
}

// One line over everything that is there now, to be kept where nobody who writes here can change it: on another machine, on paper, in a newspaper.
StoreAnchor anchor = await store.GetAnchorAsync();
if (anchorFile is not null)
{
    await File.WriteAllTextAsync(anchorFile, anchor.ToString());
}

Console.WriteLine($"anchor over {anchor.Streams} streams");
_ = await new Audit.Recorder(store, "audit/2026-03-03/bob").RecordDoneAsync("bob", "log out");
Console.WriteLine($"verified: {(await store.VerifyAsync(anchor)).IsIntact}");

// What has to go goes by redaction: it is recorded, and the chain holds.
_ = await store.RedactAsync("audit/2026-03-01/bob", 0, "erasure request 7");
IntegrityReport report = await store.VerifyAsync(anchor);
Console.WriteLine($"after a redaction: intact {report.IsIntact}, redacted {report.Redacted}");

// Who changes the past by hand is found: here ada's second event is made to say what her first one said.
using (EventPage page = await store.ReadStreamAsync("audit/2026-03-01/ada", 0, 1))
{
    _ = await store.ReplaceEventAsync("audit/2026-03-01/ada", 1, page.Types[page.Events[0].TypeIndex], page.PayloadOf(page.Events[0]).ToArray());
}

Console.WriteLine($"after a forgery: {(await store.VerifyAsync(anchor)).Problem}");

// A time to live of a day, seen from the evening of the second of March: the first is forgotten, and purging makes room. What else the store holds stays.
TtlEventStore recent = store.WithTtl(TimeSpan.FromDays(1), timeProvider: new At(new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero)));
Console.WriteLine($"still there: {string.Join(", ", await ListAsync(recent, "audit/"))}");
Console.WriteLine($"purged {await recent.PurgeExpiredAsync("audit/")} events");
Console.WriteLine($"streams left: {(await ListAsync(store, "audit/")).Count}");
return 0;

// A listing comes in pages, a thousand streams each.
static async Task<List<string>> ListAsync(IEventStore store, string prefix)
{
    var streams = new List<string>();
    string? continuation = null;
    do
    {
        StreamListing page = await store.ListStreamsAsync(prefix, continuation);
        streams.AddRange(page.Streams.Select(stream => stream.StreamId));
        continuation = page.Continuation;
    }
    while (continuation is not null);
    streams.Sort(StringComparer.Ordinal);
    return streams;
}

internal sealed class At(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
