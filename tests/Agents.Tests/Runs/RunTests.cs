using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Agents;
using Daybook.Agents.Runs;
using Daybook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Agents.Runs;

/// <summary>Runs, their index, their stage, and crashes in the middle of a turn.</summary>
public sealed class RunTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Kinds =
    [
        LedgerKinds.RunStarted, LedgerKinds.RunFinished, LedgerKinds.WorldObserved, LedgerKinds.AgentThought, LedgerKinds.AgentSpoke, LedgerKinds.AgentReflected,
        LedgerKinds.JudgeVerdict, LedgerKinds.UserInjected,
    ];

    public static TheoryData<StoreKind> Stores => TestStore.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_that_is_played_again_after_a_crash_is_recorded_once(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        Assert.Null(await RunRecorder.RestoreAsync(new(test.Store), Stop));
        var run = new RunRecorder(new(test.Store), "run-1") { SessionId = "s-1" };
        await PlayAsync(run, events: 4);
        run.NextTurn();
        await PlayAsync(run, events: 3);
        if (kind != StoreKind.Memory)
        {
            await test.ReopenAsync();
        }

        // The last turn was cut off; nobody remembers how far it went.
        var ledger = new Ledger(test.Store);
        RunRecorder again = (await RunRecorder.RestoreAsync(ledger, Stop))!;
        Assert.Equal(("run-1", 1, "s-1"), (again.RunId, again.Turn, again.SessionId));
        ImmutableArray<bool> repeated = await PlayAsync(again, events: 4);
        Assert.Equal([true, true, true, false], repeated);
        LedgerEntry[] entries = [.. await ReadAsync(ledger)];
        Assert.Equal([(0, "ada"), (0, "bob"), (0, "ada"), (0, "bob"), (1, "ada"), (1, "bob"), (1, "ada"), (1, "bob")], entries.Select(entry => (entry.Event.Turn, entry.Event.Actor)));
        Assert.Equal(LedgerEvent.IdOf("run-1", 1, "bob", 1), entries[^1].Event.Id);
        Assert.Equal(8, entries.Select(entry => entry.Event.Id).Distinct().Count());

        // A turn that goes another way the second time is not mistaken for the first.
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => await new RunRecorder(ledger, "run-1").RecordAsync("agent.spoke", "ada", Json("\"other\""), cancellationToken: Stop));

        static async Task<ImmutableArray<bool>> PlayAsync(RunRecorder run, int events)
        {
            var repeated = ImmutableArray.CreateBuilder<bool>();
            for (int i = 0; i < events; i++)
            {
                repeated.Add((await run.RecordAsync("agent.spoke", i % 2 == 0 ? "ada" : "bob", Json($$"""{"text":"{{run.Turn}}.{{i}}"}"""), cancellationToken: Stop)).WasRepeated);
            }

            return repeated.ToImmutable();
        }
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_asked_for_again_with_the_same_id()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        var ledger = new Ledger(store);
        var run = new RunRecorder(ledger, "run-1");
        store.Add(Fault.LostAnswer());
        _ = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await run.RecordAsync("agent.spoke", "ada", cancellationToken: Stop));
        Assert.True((await run.RecordAsync("agent.spoke", "ada", cancellationToken: Stop)).WasRepeated);
        Assert.False((await run.RecordAsync("agent.spoke", "ada", cancellationToken: Stop)).WasRepeated);
        Assert.Equal([LedgerEvent.IdOf("run-1", 0, "ada", 0), LedgerEvent.IdOf("run-1", 0, "ada", 1)], (await ReadAsync(ledger)).Select(entry => entry.Event.Id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_run_that_is_finished_is_not_taken_up(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var ledger = new Ledger(test.Store);
        await ledger.ExtendAsync([Event("r", 0, LedgerKinds.RunStarted, "runner"), Event("r", 1, LedgerKinds.RunFinished, "runner")], Stop);
        Assert.Null(await RunRecorder.RestoreAsync(ledger, Stop));
        _ = await ledger.AppendAsync(Event("next", 0, LedgerKinds.RunStarted, "runner"), cancellationToken: Stop);
        Assert.Equal("next", (await RunRecorder.RestoreAsync(ledger, Stop))!.RunId);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_redacted_event_stops_neither_the_index_nor_going_on(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var ledger = new Ledger(test.Store);
        await ledger.ExtendAsync([Event("r", 0, LedgerKinds.RunStarted, "runner"), Event("r", 1, LedgerKinds.AgentSpoke, "ada"), Event("r", 1, LedgerKinds.AgentSpoke, "bob")], Stop);
        Assert.True(await test.Store.RedactAsync("run/r", 2, "erasure", cancellationToken: Stop));
        RunSummary summary = Assert.Single(await ledger.GetRunIndexAsync(Stop));
        Assert.Equal((2, 1), (summary.Events, summary.LastTurn));
        Assert.Equal(("r", 1), ((await RunRecorder.RestoreAsync(ledger, Stop))!.RunId, (await RunRecorder.RestoreAsync(ledger, Stop))!.Turn));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_with_a_redacted_event_is_played_again(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var ledger = new Ledger(test.Store);
        var run = new RunRecorder(ledger, "r") { SessionId = "s-1" };
        for (int i = 0; i < 3; i++)
        {
            _ = await run.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json($$"""{"text":"{{i}}"}"""), cancellationToken: Stop);
        }

        // What was said in the first one is erased everywhere, so the second time it is not said again.
        Assert.True(await test.Store.RedactAsync("run/r", 0, "erasure", cancellationToken: Stop));
        RunRecorder again = (await RunRecorder.RestoreAsync(ledger, Stop))!;
        AppendResult erased = await again.RecordAsync(LedgerKinds.AgentThought, "ada", Json("{}"), cancellationToken: Stop);
        Assert.Equal((true, 0, 1), (erased.WasRepeated, erased.FirstSequence, erased.Count));
        Assert.True((await again.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json("""{"text":"1"}"""), cancellationToken: Stop)).WasRepeated);
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => await again.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json("""{"text":"other"}"""), cancellationToken: Stop));
        Assert.True((await again.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json("""{"text":"2"}"""), cancellationToken: Stop)).WasRepeated);
        Assert.False((await again.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json("""{"text":"3"}"""), cancellationToken: Stop)).WasRepeated);
        Assert.Equal(4, (await test.Store.GetStreamInfoAsync("run/r", Stop))!.Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_session_goes_on_though_its_last_event_is_redacted(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var ledger = new Ledger(test.Store);
        _ = await ledger.AppendAsync(Event("r", 0, LedgerKinds.RunStarted, "runner"), cancellationToken: Stop);
        var run = new RunRecorder(ledger, "r", turn: 1) { SessionId = "s-1" };
        _ = await run.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json("{}"), cancellationToken: Stop);
        Assert.True(await test.Store.RedactAsync("run/r", 1, "erasure", cancellationToken: Stop));
        var again = new RunRecorder(ledger, "r", turn: 1);
        Assert.True((await again.RecordAsync(LedgerKinds.AgentSpoke, "ada", Json("{}"), cancellationToken: Stop)).WasRepeated);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_it_was_written() =>
        Assert.Equal(
            """{"text":"\ud83d"}""",
            Assert.Single(new Stage().Apply(Event("r", 0, LedgerKinds.AgentSpoke, "ada") with { Payload = Json("""{"text":"\ud83d"}""") }).AgentNotes).Text);

    [Fact]
    public async Task The_runs_of_a_ledger_are_no_aggregates_to_write_to()
    {
        await using IEventStore store = EventStores.Memory();
        var events = new AgentEventStore(store);
        _ = Assert.Throws<ArgumentException>(() => events.CreateEvent("r", "run", "created", Json("{}")));
        _ = Assert.Throws<ArgumentException>(() => events.CreateEvent("r", new TaskFailed(), "run"));
        AgentEvent e = events.CreateEvent("r", new TaskFailed()) with { AggregateType = "run" };
        _ = await Assert.ThrowsAsync<ArgumentException>(async () => await events.SaveAsync(e, Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_index_tells_who_acted_and_which_models_were_used(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var ledger = new Ledger(test.Store);
        LedgerEvent[] events =
        [
            Event("b", 0, LedgerKinds.RunStarted, "runner") with { Payload = Json("""{"goal":"x"}"""), CreatedAt = Start },
            Event("a", 0, LedgerKinds.RunStarted, "runner") with { CreatedAt = Start.AddSeconds(1) },
            Event("b", 1, LedgerKinds.AgentSpoke, "ada") with { ModelId = "m-1", ModelProfile = "fast", SessionId = "s" },
            Event("b", 2, "tool.called", "ada") with { ModelId = "m-2", ModelProfile = "fast" },
            Event("b", 2, LedgerKinds.AgentSpoke, "bob") with { ModelId = "m-1" },
            Event("b", 2, LedgerKinds.RunFinished, "runner") with { Payload = Json("""{"won":true}"""), CreatedAt = Start.AddMinutes(1) },
        ];
        await ledger.ExtendAsync(events, Stop);

        ImmutableArray<RunSummary> index = await ledger.GetRunIndexAsync(Stop);
        Assert.Equal(["b", "a"], index.Select(run => run.RunId));
        RunSummary first = index[0];
        Assert.Equal((Start, Start.AddMinutes(1), 2, 5, "s"), (first.StartedAt, first.FinishedAt, first.LastTurn, first.Events, first.SessionId));
        Assert.Equal(("""{"goal":"x"}""", """{"won":true}"""), (first.Start!.Value.GetRawText(), first.Finish!.Value.GetRawText()));
        Assert.Equal([new("ada", 2), new("bob", 1), new("runner", 2)], first.Actors);
        Assert.Equal([new("m-1", 2), new("m-2", 1)], first.Models);
        Assert.Equal([new("fast", 2)], first.ModelProfiles);
        Assert.Equal((Start.AddSeconds(1), null, 1), (index[1].StartedAt, index[1].FinishedAt, index[1].Events));

        // From the events it is the same as from the ledger.
        ImmutableArray<RunSummary> fromEvents = RunIndex.Of((await ReadAsync(ledger)).Select(entry => entry.Event));
        Assert.Equal(index.Select(Line), fromEvents.Select(Line));
        _ = Assert.Throws<ArgumentException>(() => first.Apply(events[1]));

        static string Line(RunSummary run) => $"{run.RunId} {run.StartedAt} {run.FinishedAt} {run.Start} {run.Finish} {run.LastTurn} {run.Events} {string.Join(' ', run.Models)} {string.Join(' ', run.Actors)}";
    }

    [Fact]
    public void A_run_that_is_started_again_has_not_finished()
    {
        RunSummary run = Assert.Single(RunIndex.Of(
        [
            Event("r", 0, LedgerKinds.RunStarted, "runner") with { CreatedAt = Start },
            Event("r", 3, LedgerKinds.RunFinished, "runner") with { CreatedAt = Start.AddSeconds(1), Payload = Json("1") },
            Event("r", 3, LedgerKinds.RunStarted, "runner") with { CreatedAt = Start.AddSeconds(2) },
        ]));
        Assert.Equal((Start.AddSeconds(2), null, null, 3), (run.StartedAt, run.FinishedAt, run.Finish?.GetRawText(), run.Events));
    }

    [Fact]
    public void A_stage_keeps_the_last_notes_and_no_more()
    {
        Stage stage = Stage.Rebuild(
        [
            Event("r", 0, LedgerKinds.RunStarted, "runner"),
            Event("r", 1, LedgerKinds.WorldObserved, "world") with { Payload = Json("""{"rain":true}""") },
            .. Enumerable.Range(0, 12).Select(i => Event("r", i, Kinds[3 + (i % 3)], "ada") with { Payload = Json($$"""{"text":"n{{i}}"}""") }),
            .. Enumerable.Range(0, 7).Select(i => Event("r", i, LedgerKinds.JudgeVerdict, "judge") with { Payload = Json($$"""{"summary":"j{{i}}"}""") }),
            .. Enumerable.Range(0, 7).Select(i => Event("r", i, LedgerKinds.UserInjected, "user") with { Payload = Json($"[{i}]") }),
            Event("r", 20, "tool.called", "shell") with { Payload = Json("""{"text":"ls"}""") },
            Event("r", 21, "tool.returned", "shell") with { Payload = Json("""{"code":0}""") },
            Event("other", 22, LedgerKinds.RunFinished, "runner"),
        ],
            "r");
        Assert.Equal(["n5", "n6", "n7", "n8", "n9", "n10", "n11", "ls"], stage.AgentNotes.Select(note => note.Text));
        Assert.Equal(new StageNote(20, "tool.called", "shell", "ls"), stage.AgentNotes[^1]);
        Assert.Equal(["j2", "j3", "j4", "j5", "j6"], stage.JudgeNotes.Select(note => note.Text));
        Assert.Equal(["[2]", "[3]", "[4]", "[5]", "[6]"], stage.UserArtifacts.Select(note => note.Text));
        Assert.Equal(("""{"rain":true}""", 21, false), (stage.World!.Value.GetRawText(), stage.Turn, stage.IsFinished));
        Assert.True(stage.Apply(Event("r", 22, LedgerKinds.RunFinished, "runner")).IsFinished);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void The_view_of_a_ledger_is_what_its_events_rebuild(StoreKind kind)
    {
        Arbitrary<LedgerEvent[]> runs = (
            from count in Gen.Choose(0, 60)
            from kinds in Gen.ListOf(Gen.Elements(Kinds), count)
            from payloads in Gen.ListOf(Gen.Elements("{}", """{"text":"a"}""", """{"summary":"b"}""", """{"text":7}""", "[1]", "null"), count)
            from versions in Gen.ListOf(Gen.Choose(1, 3), count)
            select kinds.Zip(payloads, versions).Select((one, i) => Event("r", i, one.First, "ada") with { Payload = Json(one.Second), SchemaVersion = one.Third }).ToArray()).ToArbitrary();
        Prop.ForAll(runs, run => IsSameAsync(kind, run).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(kind == StoreKind.Memory ? 200 : 15));

        static async Task<bool> IsSameAsync(StoreKind kind, LedgerEvent[] run)
        {
            await using var test = new TestStore(kind);
            await new Ledger(test.Store).ExtendAsync(run);
            Stage view = (await test.Store.FoldAsync<Stage>(EventQuery.All.InStreams("run/"))).State;
            return StateComparer.Compare(Stage.Rebuild(run), view).Identical;
        }
    }

    private static LedgerEvent Event(string runId, int turn, string kind, string actor) => new() { RunId = runId, Turn = turn, Kind = kind, Actor = actor };

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static async Task<List<LedgerEntry>> ReadAsync(Ledger ledger)
    {
        var entries = new List<LedgerEntry>();
        await foreach (LedgerEntry entry in ledger.ReadAsync(Stop))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
