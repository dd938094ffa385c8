using System.Text.Json;
using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores.Ledgers;

/// <summary>The rows S4-1 to S4-26 of the ledger that this one replaces, and what that one did badly (G19 to G25), on every embedded store.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;
    private readonly EventStoreRegistry _registry = new EventStoreRegistry().AddSqlite();

    public static TheoryData<string> Stores => ["memory:", "file:{0}/log", "sqlite:{0}/log.db"];

    public static TheoryData<string> DurableStores => ["file:{0}/log", "sqlite:{0}/log.db"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_event_comes_back_as_it_went_in(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        var full = new LedgerEvent
        {
            RunId = "run 1/ü",
            Turn = 3,
            Kind = "agent.spoke",
            Actor = "ada",
            Payload = JsonElement.Parse("""{"text":"hello","nested":{"a":[1,2.5,null,true]}}"""),
            CreatedAt = Notes.Start,
            SchemaVersion = 2,
            SessionId = "s-1",
            ModelProfile = "fast",
            ModelId = "m-1",
        };
        _ = await ledger.AppendAsync(full, cancellationToken: Stop);
        LedgerEntry entry = Assert.Single(await ReadAsync(ledger.ReadRunAsync("run 1/ü", Stop)));
        Assert.Equal(full with { Payload = default }, entry.Event with { Payload = default });
        Assert.Equal("""{"text":"hello","nested":{"a":[1,2.5,null,true]}}""", entry.Event.Payload.GetRawText());
        Assert.Equal("003 agent.spoke     ada            hello", entry.Event.ToSummary());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Runs_are_kept_apart_and_listed_in_the_order_of_their_first_events(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        await ledger.ExtendAsync([Event("z", 0), Event("z", 1), Event("a", 0), Event("z", 2), Event("m", 0)], Stop);
        Assert.Equal(["z", "a", "m"], (await ledger.GetRunsAsync(Stop)).Select(run => run.RunId));
        Assert.Equal(3, (await ledger.GetRunsAsync(Stop))[0].Events);
        Assert.Equal([0, 1, 2], (await ReadAsync(ledger.ReadRunAsync("z", Stop))).Select(entry => entry.Event.Turn));
        Assert.Empty(await ReadAsync(ledger.ReadRunAsync("unknown", Stop)));
        Assert.Equal(["z", "z", "a", "z", "m"], (await ReadAsync(ledger.ReadAsync(Stop))).Select(entry => entry.Event.RunId));
        LedgerEntry? last = await ledger.GetLastAsync(Stop);
        Assert.Equal(("m", 0), (last!.Event.RunId, last.Event.Turn));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_duplicate_id_changes_nothing_and_an_extension_can_be_repeated(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        LedgerEvent[] events = [Event("r", 0), Event("r", 1), Event("s", 0)];
        await ledger.ExtendAsync(events, Stop);
        await ledger.ExtendAsync(events, Stop);
        Assert.True((await ledger.AppendAsync(events[1], cancellationToken: Stop)).WasRepeated);
        Assert.Equal(3, (await ReadAsync(ledger.ReadAsync(Stop))).Count);
    }

    // G19: the old cache never saw what other writers appended, and knew ids of events that it did not have.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G19_events_of_other_writers_are_seen_at_once(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        var other = new Ledger(ledger.Store);
        LedgerEvent value = Event("r", 0);
        _ = await other.AppendAsync(value, cancellationToken: Stop);
        Assert.True((await ledger.AppendAsync(value, cancellationToken: Stop)).WasRepeated);
        _ = Assert.Single(await ReadAsync(ledger.ReadAsync(Stop)));
        _ = await Task.Run(async () => await ledger.AppendAsync(Event("r", 1), cancellationToken: Stop), Stop);
        Assert.Equal(2, (await ReadAsync(other.ReadRunAsync("r", Stop))).Count);
    }

    // G20: any refusal of the database passed for a duplicate, and the event was lost without a word.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G20_only_the_same_event_passes_for_a_duplicate(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        LedgerEvent value = Event("r", 0);
        _ = await ledger.AppendAsync(value, cancellationToken: Stop);
        LedgerEvent other = value with { Payload = JsonElement.Parse("""{"text":"other"}""") };
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => _ = await ledger.AppendAsync(other, cancellationToken: Stop));
        _ = await Assert.ThrowsAsync<ArgumentNullException>(async () => _ = await ledger.AppendAsync(value with { Actor = null! }, cancellationToken: Stop));
        _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => _ = await ledger.AppendAsync(Event("r", 1), ExpectedVersion.NoStream, Stop));
        _ = Assert.Single(await ReadAsync(ledger.ReadAsync(Stop)));
    }

    // G21: a snapshot to the log's own place erased the log.
    [Theory]
    [MemberData(nameof(DurableStores))]
    public async Task G21_a_snapshot_to_its_own_place_loses_nothing(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        await ledger.ExtendAsync([Event("r", 0), Event("r", 1), Event("s", 0)], Stop);
        try
        {
            _ = await ledger.SnapshotToAsync(At(place), _registry, Stop);
        }
        catch (StoreLockedException)
        {
            // A store that one writer has at a time says so.
        }

        Assert.Equal(3, (await ReadAsync(ledger.ReadAsync(Stop))).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G21_a_snapshot_is_the_whole_ledger_and_opens_like_one(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        await ledger.ExtendAsync([Event("r", 0), Event("s", 0), Event("r", 1)], Stop);
        List<string> before = Lines(await ReadAsync(ledger.ReadAsync(Stop)));
        foreach (string destination in (string[])["file:{0}/snapshot", "sqlite:{0}/snapshot.db"])
        {
            Assert.Equal(3, (await ledger.SnapshotToAsync(At(destination), _registry, Stop)).Events);
            Assert.Equal(0, (await ledger.SnapshotToAsync(At(destination), _registry, Stop)).Events);
            await using (Ledger snapshot = await OpenAsync(destination))
            {
                Assert.Equal(before, Lines(await ReadAsync(snapshot.ReadAsync(Stop))));
                _ = await snapshot.AppendAsync(Event("r", 2), cancellationToken: Stop);
            }
        }

        // The next snapshot replaces what the one before has more than the ledger.
        _ = await ledger.SnapshotToAsync(At("file:{0}/snapshot"), _registry, Stop);
        await using Ledger again = await OpenAsync("file:{0}/snapshot");
        Assert.Equal(before.Order(StringComparer.Ordinal), Lines(await ReadAsync(again.ReadAsync(Stop))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task G21_a_snapshot_replaces_nothing_but_a_ledger()
    {
        await using Ledger ledger = await OpenAsync("memory:");
        _ = await ledger.AppendAsync(Event("r", 0), cancellationToken: Stop);
        await using (IEventStore other = EventStores.File(_directory + "/other"))
        {
            _ = await other.NoteAsync("cart-1", 0);
        }

        StoreCopyException exception = await Assert.ThrowsAsync<StoreCopyException>(async () => _ = await ledger.SnapshotToAsync(At("file:{0}/other"), cancellationToken: Stop));
        Assert.Equal("cart-1", exception.StreamId);
        await using IEventStore same = EventStores.File(_directory + "/other");
        Assert.Equal(["cart-1"], await same.StreamsAsync());
    }

    // G22: times with another offset than UTC's came back shifted.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G22_a_time_is_the_same_instant_whatever_its_offset(string place)
    {
        var time = new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(2));
        await using Ledger ledger = new((await OpenAsync(place)).Store, new ManualTimeProvider(Notes.Start));
        _ = await ledger.AppendAsync(Event("r", 0) with { CreatedAt = time }, cancellationToken: Stop);
        _ = await ledger.AppendAsync(Event("r", 1) with { CreatedAt = null }, cancellationToken: Stop);
        List<LedgerEntry> entries = await ReadAsync(ledger.ReadRunAsync("r", Stop));
        Assert.Equal(time.UtcDateTime, entries[0].Event.CreatedAt!.Value.UtcDateTime);
        Assert.Equal(Notes.Start, entries[1].Event.CreatedAt);
    }

    // G23: offsets were used again after a reset.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G23_offsets_are_never_used_again(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        await ledger.ExtendAsync([Event("r", 0), Event("r", 1)], Stop);
        long end = await ledger.GetEndAsync(Stop);
        await ledger.ResetAllAsync(Stop);
        Assert.Empty(await ReadAsync(ledger.ReadAsync(Stop)));
        AppendResult again = await ledger.AppendAsync(Event("r", 0), cancellationToken: Stop);
        Assert.Equal(0, again.FirstSequence);
        Assert.True(again.FirstOffset >= end);
        Assert.True(await ledger.GetEndAsync(Stop) > end);
    }

    // G23, S4-26: the loop of the old documents lost what was appended between its two calls.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G23_a_tail_beside_writers_misses_nothing(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        Task writers = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    _ = await ledger.AppendAsync(Event($"run-{writer}", i), cancellationToken: Stop);
                }
            },
            Stop)));
        var seen = new List<LedgerEntry>();
        LedgerPage page = new([], 0);
        while (seen.Count < 200)
        {
            Assert.False(writers.IsFaulted);
            page = await ledger.TailAsync(page.Next, 7, Stop);
            seen.AddRange(page.Entries);
        }

        await writers;
        Assert.Equal(200, seen.DistinctBy(entry => entry.Event.Id).Count());
        Assert.Equal(seen.Select(entry => entry.Offset).Order(), seen.Select(entry => entry.Offset));
        Assert.Empty((await ledger.TailAsync(await ledger.GetEndAsync(Stop), cancellationToken: Stop)).Entries);
    }

    // G24: a step that was run again recorded its events again, since their ids were new.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G24_a_step_that_is_run_again_records_its_events_once(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            for (int ordinal = 0; ordinal < 3; ordinal++)
            {
                _ = await ledger.AppendAsync(Event("r", 5) with { Id = LedgerEvent.IdOf("r", 5, "ada", ordinal) }, cancellationToken: Stop);
            }
        }

        Assert.Equal(3, (await ReadAsync(ledger.ReadRunAsync("r", Stop))).Count);
        Assert.NotEqual(LedgerEvent.IdOf("r", 1, "1/a", 1), LedgerEvent.IdOf("r", 1, "a", 11));
        Assert.NotEqual(LedgerEvent.IdOf("r", 1, "ada", 0), LedgerEvent.IdOf("s", 1, "ada", 0));
    }

    // G25: a reset wiped every run.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task G25_a_reset_of_a_run_leaves_the_others(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        _ = await ledger.Store.NoteAsync("cart-1", 0);
        LedgerEvent first = Event("r", 0);
        await ledger.ExtendAsync([first, Event("s", 0)], Stop);
        Assert.True(await ledger.ResetAsync("r", Stop));
        Assert.False(await ledger.ResetAsync("r", Stop));
        Assert.Equal(["s"], (await ledger.GetRunsAsync(Stop)).Select(run => run.RunId));
        Assert.False((await ledger.AppendAsync(first, cancellationToken: Stop)).WasRepeated);
        await ledger.ResetAllAsync(Stop);
        Assert.Empty(await ledger.GetRunsAsync(Stop));
        Assert.Null(await ledger.GetLastAsync(Stop));
        Assert.Equal(["cart-1"], await ledger.Store.StreamsAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_run_is_a_stream_a_kind_an_event_type_and_the_actor_metadata(string place)
    {
        await using Ledger ledger = await OpenAsync(place);
        _ = await ledger.AppendAsync(Event("r", 0) with { SchemaVersion = 3 }, cancellationToken: Stop);
        _ = await ledger.AppendAsync(Event("s", 0) with { Kind = "run.finished" }, cancellationToken: Stop);
        Assert.Equal(["run/r", "run/s"], (await ledger.Store.StreamsAsync()).Order(StringComparer.Ordinal));
        using EventPage page = await ledger.Store.ReadFeedAsync(0, 10, Stop);
        Assert.Equal([("agent.spoke", 1), ("run.finished", 1)], page.Events.ToArray().Select(recorded => (page.Types[recorded.TypeIndex].Name, page.Types[recorded.TypeIndex].Version)));
        Assert.Equal("ada", page.Events[0].Metadata!.Actor);

        // What the payload is in is a member: one kind is one type to whoever subscribes to it.
        Assert.Equal(3, (await ledger.ReadRunAsync("r", Stop).FirstAsync(Stop)).Event.SchemaVersion);
    }

    // S4-21: the text falls back to memory, the code refuses; here one says which.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_connection_string_it_is_refused_or_in_memory_as_asked(string? none)
    {
        _ = await Assert.ThrowsAsync<InvalidConnectionStringException>(async () => _ = await Ledger.OpenAsync(none, cancellationToken: Stop));
        await using Ledger ledger = await Ledger.OpenAsync(none, LedgerFallback.Memory, cancellationToken: Stop);
        Assert.False(ledger.Store.Capabilities.IsDurable);
    }

    [Theory]
    [InlineData("run.started", true)]
    [InlineData("a.b.c9", true)]
    [InlineData("a1.2b", true)]
    [InlineData("run", false)]
    [InlineData("Run.started", false)]
    [InlineData("1.a", false)]
    [InlineData("a..b", false)]
    [InlineData("a.b.", false)]
    [InlineData(".a", false)]
    [InlineData("a.b\n", false)]
    [InlineData("a.ß", false)]
    [InlineData("a.b-c", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task Kinds_follow_their_grammar_to_the_last_character(string? kind, bool isValid)
    {
        Assert.Equal(isValid, LedgerKind.IsValid(kind));
        await using Ledger ledger = await OpenAsync("memory:");
        LedgerEvent value = Event("r", 0) with { Kind = kind! };
        if (isValid)
        {
            _ = await ledger.AppendAsync(value, cancellationToken: Stop);
        }
        else
        {
            _ = await Assert.ThrowsAsync<ArgumentException>(async () => _ = await ledger.AppendAsync(value, cancellationToken: Stop));
        }
    }

    [Theory]
    [InlineData(" a-B_9. ", "a-B_9.")]
    [InlineData("ab\n", "ab")]
    [InlineData("a b", null)]
    [InlineData("é", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Session_ids_are_trimmed_or_none(string? text, string? expected)
    {
        Assert.Equal(expected, LedgerEvent.NormalizeSessionId(text));
        Assert.Null(LedgerEvent.NormalizeSessionId(new('x', 65)));
    }

    [Theory]
    [InlineData("""{"summary":"short"}""", "short")]
    [InlineData("""{"text":"","summary":"short"}""", "short")]
    [InlineData("""{"text":7}""", """{"text":7}""")]
    [InlineData("[1]", "[1]")]
    [InlineData("""{"text":"\ud83d"}""", """{"text":"\ud83d"}""")]
    public void A_summary_shows_text_or_summary_or_payload(string payload, string end) =>
        Assert.EndsWith(" " + end, (Event("r", 0) with { Payload = JsonElement.Parse(payload) }).ToSummary(), StringComparison.Ordinal);

    private static LedgerEvent Event(string runId, int turn) =>
        new() { RunId = runId, Turn = turn, Kind = "agent.spoke", Actor = "ada", CreatedAt = Notes.Start.AddSeconds(turn) };

    private static async Task<List<LedgerEntry>> ReadAsync(IAsyncEnumerable<LedgerEntry> entries)
    {
        var list = new List<LedgerEntry>();
        await foreach (LedgerEntry entry in entries)
        {
            list.Add(entry);
        }

        return list;
    }

    private static List<string> Lines(List<LedgerEntry> entries) =>
        [.. entries.Select(entry => $"{entry.Event.RunId} {entry.Sequence} {entry.Event.Id} {entry.Event.CreatedAt:O} {entry.Event.ToSummary()}")];

    private string At(string place) => place.Replace("{0}", _directory, StringComparison.Ordinal);

    private ValueTask<Ledger> OpenAsync(string place) => Ledger.OpenAsync(At(place), LedgerFallback.None, _registry, Stop);
}
