using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Agents;

namespace Daybook.Tests.Agents;

/// <summary>Saving and reading aggregates, on every embedded store.</summary>
public sealed class AgentEventStoreTests : AgentStoreTest
{
    public static TheoryData<StoreKind> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_event_comes_back_with_everything_that_was_said(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        AgentEvent given = events.CreateEvent("agent-1", "agent", "created", Json("""{"name":"A","extra":1}""")) with
        {
            CorrelationId = "c-1",
            CausationId = "cause",
            UserId = "user-456",
            ServiceName = "agent_service",
            Metadata = ImmutableSortedDictionary<string, string>.Empty.Add("trace", "t-1"),
        };
        Assert.Equal((0, Start, "created", "agent.created"), (given.Version, given.Timestamp, given.EventType, given.Name));
        Assert.Equal(given.EventId, await events.SaveAsync(given, Stop));

        AgentEvent found = Assert.Single(await events.GetEventsByAggregateAsync("agent-1", "agent", cancellationToken: Stop));
        Assert.Equal(given with { Version = 1 }, found);
        Assert.Equal(given.EventData.GetRawText(), found.EventData.GetRawText());
        Assert.Equal(found, await events.GetEventAsync(given.EventId, cancellationToken: Stop));
        Assert.Equal(found, await events.GetEventAsync(given.EventId, "agent-1", "agent", Stop));
        Assert.Null(await events.GetEventAsync(new(Guid.CreateVersion7()), cancellationToken: Stop));
        Assert.Equal("agent", (await test.Store.GetStreamInfoAsync("agent/agent-1", Stop))!.Category);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_agent_and_a_task_of_one_id_have_a_version_each(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        _ = await events.SaveAsync(events.CreateEvent("a", new AgentCreated()), Stop);
        _ = await events.SaveAsync(events.CreateEvent("a", new TaskReceived()), Stop);
        _ = await events.SaveAsync(events.CreateEvent("a", new TaskStarted()), Stop);
        Assert.Equal((1, 2, 0), (await events.GetAggregateVersionAsync("a", "agent", Stop), await events.GetAggregateVersionAsync("a", "task", Stop), await events.GetAggregateVersionAsync("a", "rollout", Stop)));
        Assert.Equal([1L, 2], (await events.GetEventsByAggregateAsync("a", "task", cancellationToken: Stop)).Select(e => e.Version));
        Assert.Equal([2L], (await events.GetEventsByAggregateAsync("a", "task", 2, Stop)).Select(e => e.Version));
        Assert.Empty(await events.GetEventsByAggregateAsync("a", "rollout", cancellationToken: Stop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_version_that_is_taken_is_a_conflict_and_never_stands_twice(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        AgentEvent first = events.CreateEvent("a", new AgentCreated()) with { Version = 1 };
        _ = await events.SaveAsync(first, Stop);
        _ = await events.SaveAsync(first, Stop);
        _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => await events.SaveAsync(events.CreateEvent("a", new AgentUpdated()) with { Version = 1 }, Stop));
        _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => await events.SaveAsync(events.CreateEvent("a", new AgentUpdated()) with { Version = 3 }, Stop));
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => await events.SaveAsync(events.CreateEvent("a", new AgentUpdated()) with { EventId = first.EventId }, Stop));

        // Many at once, each for the same version: one wins. Without one, all get in.
        ConcurrencyException?[] outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => TryAsync(events.CreateEvent("a", new AgentUpdated()) with { Version = 2 })));
        Assert.Equal(1, outcomes.Count(outcome => outcome is null));
        outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => TryAsync(events.CreateEvent("a", new AgentUpdated()))));
        Assert.All(outcomes, Assert.Null);
        Assert.Equal(Enumerable.Range(1, 18).Select(version => (long)version), (await events.GetEventsByAggregateAsync("a", "agent", cancellationToken: Stop)).Select(e => e.Version));

        async Task<ConcurrencyException?> TryAsync(AgentEvent e)
        {
            try
            {
                await Task.Yield();
                _ = await events.SaveAsync(e, Stop);
                return null;
            }
            catch (ConcurrencyException conflict)
            {
                return conflict;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_batch_is_saved_whole_or_not_at_all(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        Assert.Empty(await events.SaveAllAsync([], Stop));
        AgentEvent[] batch = [events.CreateEvent("t", new TaskReceived()), events.CreateEvent("t", new TaskStarted()), events.CreateEvent("t", new TaskCompleted(Reward: 1))];
        Assert.Equal(batch.Select(e => e.EventId), await events.SaveAllAsync(batch, Stop));
        Assert.Equal(batch.Select(e => e.EventId), await events.SaveAllAsync(batch, Stop));
        Assert.Equal(3, await events.GetAggregateVersionAsync("t", "task", Stop));

        AgentEvent fresh = events.CreateEvent("t", new TaskFailed());
        await RefusedAsync<ArgumentException>(fresh, fresh with { EventId = default });
        await RefusedAsync<ArgumentException>(fresh, fresh with { AggregateId = "other", EventId = new(Guid.CreateVersion7()) });
        await RefusedAsync<ArgumentException>(fresh with { Version = 4 }, events.CreateEvent("t", new TaskFailed()) with { Version = 6 });
        await RefusedAsync<ConcurrencyException>(fresh, events.CreateEvent("t", new TaskFailed()) with { Version = 9 });
        await RefusedAsync<DuplicateEventException>(fresh, batch[1]);
        _ = await events.SaveAllAsync([fresh with { Version = 4 }, events.CreateEvent("t", new TaskCompleted()) with { Version = 5 }], Stop);
        Assert.Equal(5, await events.GetAggregateVersionAsync("t", "task", Stop));

        async Task RefusedAsync<TException>(params AgentEvent[] refused)
            where TException : Exception
        {
            _ = await Assert.ThrowsAnyAsync<TException>(async () => await events.SaveAllAsync(refused, Stop));
            Assert.Equal(3, await events.GetAggregateVersionAsync("t", "task", Stop));
            Assert.Equal(0, await events.GetAggregateVersionAsync("other", "task", Stop));
        }
    }

    [Theory]
    [InlineData("", "agent", "created")]
    [InlineData("a", "", "created")]
    [InlineData("a", "agent", "")]
    [InlineData("a", "a/b", "created")]
    [InlineData("a", "$agent", "created")]
    [InlineData("a", "agent", "cre ated")]
    [InlineData("a", "agent", "created\n")]
    [InlineData("a", "agent", "created@2")]
    public void An_event_needs_its_names(string id, string type, string what) =>
        Assert.ThrowsAny<ArgumentException>(() => Over(EventStores.Memory()).CreateEvent(id, type, what, Json("{}")));

    [Fact]
    public async Task What_is_no_event_is_refused_before_anything_is_written()
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        AgentEvent good = events.CreateEvent("a", new AgentCreated());
        AgentEvent[] bad =
        [
            good with { EventId = default }, good with { AggregateId = "" }, good with { AggregateType = "" }, good with { Version = -1 }, good with { AggregateId = "x\n" },
            good with { AggregateId = new string('x', 600) },
        ];
        foreach (AgentEvent e in bad)
        {
            _ = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await events.SaveAsync(e, Stop));
        }

        Assert.Equal(0, await store.GetFeedEndAsync(Stop));
        Assert.All(["null", "[]", "1", "\"x\""], text => Assert.Throws<ArgumentException>(() => events.CreateEvent("a", "agent", "created", Json(text))));
        _ = Assert.Throws<ArgumentException>(() => events.CreateEvent("a", "agent", "created", default(JsonElement)));
    }

    [Theory]
    [InlineData("agent", "created", "agent.created", "created")]
    [InlineData("agent", "agent.created", "agent.created", "created")]
    [InlineData("rollout", "task.received", "task.received", "task.received")]
    [InlineData("a.b", "c", "a.b.c", "c")]
    [InlineData("agent", "agent.a.b", "agent.a.b", "agent.a.b")]
    public async Task A_name_is_the_same_before_and_after(string type, string given, string name, string shown)
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        AgentEvent e = events.CreateEvent("1", type, given, Json("{}"));
        _ = await events.SaveAsync(e, Stop);
        AgentEvent found = Assert.Single(await events.GetEventsByAggregateAsync("1", type, cancellationToken: Stop));
        Assert.Equal((name, shown, name, shown), (e.Name, e.EventType, found.Name, found.EventType));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_is_read_whole_or_after_its_snapshot(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(async () => await events.GetEventStreamAsync("t", "task", cancellationToken: Stop));
        _ = await events.SaveAllAsync([events.CreateEvent("t", new TaskReceived()), events.CreateEvent("t", new TaskStarted()), events.CreateEvent("t", new TaskCompleted())], Stop);
        Assert.True(await events.SaveSnapshotAsync("t", "task", Json("""{"n":2}"""), 2, cancellationToken: Stop));

        AgentEventStream whole = await events.GetEventStreamAsync("t", "task", cancellationToken: Stop);
        Assert.Equal(("t", "task", 3, 3), (whole.AggregateId, whole.AggregateType, whole.Version, whole.Events.Length));
        Assert.Equal(2, whole.Snapshot!.Version);
        Assert.Equal([2L, 3], whole.GetEventsFromVersion(2).Select(e => e.Version));
        AgentEventStream rest = await events.GetEventStreamAsync("t", "task", afterSnapshot: true, Stop);
        Assert.Equal(3, rest.Version);
        Assert.Equal([3L], rest.Events.Select(e => e.Version));
    }

    [Fact]
    public void A_stream_takes_only_its_own_next_event()
    {
        AgentEventStore events = Over(EventStores.Memory());
        var stream = new AgentEventStream("t", "task", []);
        AgentEvent first = events.CreateEvent("t", new TaskReceived()) with { Version = 1 };
        stream = stream.Append(first);
        Assert.Equal((1, first), (stream.Version, Assert.Single(stream.Events)));
        Assert.Contains("'u'", Assert.Throws<ArgumentException>(() => stream.Append(first with { AggregateId = "u", Version = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("agent 't'", Assert.Throws<ArgumentException>(() => stream.Append(first with { AggregateType = "agent", Version = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("version 3 does not follow the stream's version 1", Assert.Throws<ArgumentException>(() => stream.Append(first with { Version = 3 })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_replay_goes_through_long_aggregates_from_any_version(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        _ = await events.SaveAllAsync(Enumerable.Range(1, 3000).Select(i => events.CreateEvent("w", new WorkflowStepCompleted(i.ToString(System.Globalization.CultureInfo.InvariantCulture)))), Stop);
        var versions = new List<long>();
        await foreach (AgentEvent e in events.ReplayAsync("w", "workflow", 5, Stop))
        {
            Assert.True(e.TryGet<WorkflowStepCompleted>(out var step));
            Assert.Equal(e.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), step.Step);
            versions.Add(e.Version);
        }

        Assert.Equal(Enumerable.Range(5, 2996).Select(version => (long)version), versions);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_redacted_event_shows_that_it_was_redacted_and_nothing_else(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        _ = await events.SaveAsync(events.CreateEvent("t", new TaskReceived(Json("\"secret\""))), Stop);
        Assert.True(await test.Store.RedactAsync("task/t", 0, "erasure 7", cancellationToken: Stop));
        AgentEvent found = Assert.Single(await events.QueryAsync(new(), cancellationToken: Stop));
        Assert.False(found.TryGet<TaskReceived>(out _));
        Assert.True(found.TryGet<Redacted>(out _));
        Assert.Contains("erasure 7", found.EventData.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", found.EventData.GetRawText(), StringComparison.Ordinal);
    }
}
