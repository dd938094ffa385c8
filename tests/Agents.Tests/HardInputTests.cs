using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Agents;
using Daybook.Agents.Runs;
using Daybook.Testing;

namespace Daybook.Tests.Agents;

/// <summary>What a demanding user puts in: odd texts, deep and large data, many at once.</summary>
public sealed class HardInputTests : AgentStoreTest
{
    private static readonly string[] Texts = ["ü/日本 😀", " a ", "e\u0301", "\u00e9", "\u2028", "%2e", "..", "a:b@c", "CON", "\u200bx", new('é', 200)];

    public static TheoryData<StoreKind> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Ids_are_any_text_and_none_is_another(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        foreach (string id in Texts)
        {
            AgentEvent e = events.CreateEvent(id, new TaskFailed(id)) with { CorrelationId = id, UserId = id, Metadata = ImmutableSortedDictionary<string, string>.Empty.Add(id, id) };
            _ = await events.SaveAsync(e, Stop);
            Assert.Equal(e.EventId, Assert.Single(await events.QueryAsync(new() { UserId = id, CorrelationId = id, Metadata = e.Metadata }, cancellationToken: Stop)).EventId);
            Assert.True(await events.SaveSnapshotAsync(id, "task", Json("1"), 1, cancellationToken: Stop));
        }

        foreach (string id in Texts)
        {
            AgentEvent found = Assert.Single(await events.QueryAsync(new() { AggregateId = id }, cancellationToken: Stop));
            Assert.Equal((id, id, 1), (found.AggregateId, found.EventData.GetProperty("error").GetString(), found.Version));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Names_that_are_taken_come_back(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        string[] names = ["создан", "a(b", "a)", "a,b", "\"", "{0}", "a=b", "'", "\\", "é", "x-y_z", "ref", "event", "1", ";", "#", new('n', 300)];
        foreach (string name in names)
        {
            _ = await events.SaveAsync(events.CreateEvent("1", "тип" + name, name, Json($$"""{"n":{{name.Length}}}""")), Stop);
        }

        if (kind != StoreKind.Memory)
        {
            await test.ReopenAsync();
        }

        foreach (string name in names)
        {
            AgentEvent found = Assert.Single(await Over(test.Store).QueryAsync(new() { EventType = name, AggregateType = "тип" + name }, cancellationToken: Stop));
            Assert.Equal(name.Length, found.EventData.GetProperty("n").GetInt32());
        }
    }

    [Theory]
    [InlineData("agent", "created")]
    [InlineData("task", "completed")]
    [InlineData("custom", "processed")]
    public async Task Data_are_as_deep_as_any_json_and_no_deeper(string type, string what)
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        AgentEvent e = events.CreateEvent("1", type, what, Deep(64));
        _ = await events.SaveAsync(e, Stop);
        Assert.Equal(Deep(64).GetRawText(), Assert.Single(await events.QueryAsync(new(), cancellationToken: Stop)).EventData.GetRawText());
        _ = Assert.Throws<ArgumentException>(() => events.CreateEvent("1", type, what, Deep(66)));

        static JsonElement Deep(int levels)
        {
            string text = string.Concat(Enumerable.Repeat("{\"result\":", levels)) + "1" + new string('}', levels);
            return JsonDocument.Parse(text, new() { MaxDepth = 100 }).RootElement;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Large_data_come_back_and_too_large_ones_leave_nothing(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        JsonElement large = Json("{\"text\":\"" + new string('x', 8_000_000) + "\"}");
        AgentEvent e = events.CreateEvent("1", "agent", "created", large);
        _ = await events.SaveAsync(e, Stop);
        Assert.Equal(large.GetRawText().Length, (await events.GetEventAsync(e.EventId, "1", "agent", Stop))!.EventData.GetRawText().Length);

        AgentEvent[] batch = [events.CreateEvent("1", new AgentUpdated("n")), events.CreateEvent("1", "agent", "updated", Json("{\"text\":\"" + new string('x', 17_000_000) + "\"}"))];
        _ = await Assert.ThrowsAsync<StoreLimitException>(async () => await events.SaveAllAsync(batch, Stop));
        Assert.Equal(1, await events.GetAggregateVersionAsync("1", "agent", Stop));
        Assert.True(await events.SaveSnapshotAsync("1", "agent", large, 1, cancellationToken: Stop));
        Assert.Equal(large.GetRawText().Length, (await events.GetSnapshotAsync("1", "agent", cancellationToken: Stop))!.Data.GetRawText().Length);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_runs_and_aggregates_at_once_lose_nothing(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        var ledger = new Ledger(test.Store);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var run = new RunRecorder(ledger, $"r{worker % 4}", worker);
            for (int i = 0; i < 25; i++)
            {
                _ = await run.RecordAsync(LedgerKinds.AgentSpoke, $"w{worker}", cancellationToken: Stop);
                _ = await events.SaveAllAsync([events.CreateEvent("shared", new TaskStarted($"w{worker}")), events.CreateEvent("shared", new TaskFailed())], Stop);
            }
        }));
        ImmutableArray<AgentEvent> shared = await events.GetEventsByAggregateAsync("shared", "task", cancellationToken: Stop);
        Assert.Equal(Enumerable.Range(1, 400).Select(version => (long)version), shared.Select(e => e.Version));
        Assert.All(shared.Chunk(2), pair => Assert.Equal(("started", "failed"), (pair[0].EventType, pair[1].EventType)));
        Assert.Equal([50L, 50, 50, 50], (await ledger.GetRunIndexAsync(Stop)).Select(run => run.Events));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_ledger_takes_any_text_and_refuses_no_payload(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var ledger = new Ledger(test.Store);
        foreach (string text in (string[])[.. Texts, "\ud800", ""])
        {
            var e = new LedgerEvent { RunId = text is "\ud800" or "" ? "r" : text, Turn = 1, Kind = "agent.spoke", Actor = text, ModelId = text, ModelProfile = text, Payload = Json("[null]") };
            _ = await ledger.AppendAsync(e, cancellationToken: Stop);
            LedgerEvent read = (await ledger.GetLastAsync(Stop))!.Event;
            Assert.Equal((e.RunId, text, text, text), (read.RunId, read.Actor, read.ModelId, read.ModelProfile));
            Assert.True((await ledger.AppendAsync(e, cancellationToken: Stop)).WasRepeated);
        }

        var none = new LedgerEvent { RunId = "r", Turn = 0, Kind = "agent.spoke", Actor = "a", Payload = default };
        _ = await Assert.ThrowsAsync<ArgumentException>(async () => await ledger.AppendAsync(none, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_publisher_never_waits_longer_than_it_can()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Times = 3 });
        AgentEventStore events = Over(store);
        var publisher = new EventPublisher(events, new() { MaxAttempts = 4, RetryDelay = TimeSpan.FromDays(40), TimeProvider = Clock });
        Task<EventId?> published = publisher.PublishAsync(events.CreateEvent("t", new TaskFailed()), Stop).AsTask();
        while (!published.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromDays(10));
            await Task.Delay(1, Stop);
        }

        Assert.NotNull(await published);
    }
}
