using Daybook.Agents;

namespace Daybook.Tests.Agents;

public sealed class SnapshotTests : AgentStoreTest
{
    public static TheoryData<StoreKind> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_snapshot_names_its_event_and_the_highest_version_is_found(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        AgentEvent[] saved = [.. Enumerable.Range(0, 5).Select(_ => events.CreateEvent("a", new AgentUpdated()))];
        _ = await events.SaveAllAsync(saved, Stop);
        Assert.Null(await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("1"), 2, cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("2"), 4, cancellationToken: Stop));
        Assert.False(await events.SaveSnapshotAsync("a", "agent", Json("3"), 4, cancellationToken: Stop));
        AggregateSnapshot snapshot = (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!;
        Assert.Equal(("2", 4, saved[3].EventId.ToGuid(), Start), (snapshot.Data.GetRawText(), snapshot.Version, snapshot.LastEventId, snapshot.CreatedAt));
        Assert.Equal("1", (await events.GetSnapshotAsync("a", "agent", 3, Stop))!.Data.GetRawText());
        Assert.Null(await events.GetSnapshotAsync("a", "agent", 1, Stop));

        // Neither in the way of a state's own snapshots, nor seen as an event.
        Versioned<Agent> agent = await test.Store.LoadAsync<Agent>("agent/a", cancellationToken: Stop);
        await test.Store.SaveSnapshotAsync("agent/a", agent, cancellationToken: Stop);
        Assert.Equal(5, (await test.Store.GetSnapshotAsync<Agent>("agent/a", cancellationToken: Stop))!.Value.Version);
        Assert.Equal("2", (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!.Data.GetRawText());
        Assert.Equal(5, (await events.QueryAsync(new(), cancellationToken: Stop)).Length);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_expired_snapshot_is_not_found_and_makes_room(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        _ = await events.SaveAllAsync([events.CreateEvent("a", new AgentCreated()), events.CreateEvent("a", new AgentUpdated())], Stop);
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("1"), 1, cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("2"), 2, Start.AddMinutes(1), Stop));
        Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal("2", (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!.Data.GetRawText());
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("1", (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!.Data.GetRawText());
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("3"), 2, cancellationToken: Stop));
        Assert.Equal("3", (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!.Data.GetRawText());
        Assert.Equal("1", (await events.GetSnapshotAsync("a", "agent", 1, Stop))!.Data.GetRawText());
        Assert.False(await events.SaveSnapshotAsync("a", "agent", Json("4"), 2, cancellationToken: Stop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_live_snapshot_under_an_expired_one_is_not_saved_over_and_stays(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        _ = await events.SaveAllAsync([.. Enumerable.Range(0, 4).Select(_ => events.CreateEvent("a", new AgentUpdated()))], Stop);
        await test.Store.SaveSnapshotAsync("agent/a", await test.Store.LoadAsync<Agent>("agent/a", cancellationToken: Stop), cancellationToken: Stop);
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("2"), 2, cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("4"), 4, Start.AddMinutes(1), Stop));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await events.SaveSnapshotAsync("a", "agent", Json("1"), 1, cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("3"), 3, cancellationToken: Stop));
        Assert.Equal("3", (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!.Data.GetRawText());
        Assert.Equal("2", (await events.GetSnapshotAsync("a", "agent", 2, Stop))!.Data.GetRawText());
        Assert.Equal(4, (await test.Store.GetSnapshotAsync<Agent>("agent/a", cancellationToken: Stop))!.Value.Version);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_snapshots_of_a_state_push_out_none_of_an_aggregate(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        for (int version = 1; version <= 30; version++)
        {
            _ = await events.SaveAsync(events.CreateEvent("a", new AgentUpdated()), Stop);
            await test.Store.SaveSnapshotAsync("agent/a", await test.Store.LoadAsync<Agent>("agent/a", cancellationToken: Stop), cancellationToken: Stop);
            if (version <= 3)
            {
                Assert.True(await events.SaveSnapshotAsync("a", "agent", Json($"{version}"), version, version == 3 ? Start.AddMinutes(1) : null, Stop));
            }
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2", (await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!.Data.GetRawText());
        Assert.Equal("1", (await events.GetSnapshotAsync("a", "agent", 1, Stop))!.Data.GetRawText());
    }

    [Fact]
    public async Task A_snapshot_is_of_an_event_that_is_there_and_goes_with_its_aggregate()
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.SaveSnapshotAsync("a", "agent", Json("1"), 1, cancellationToken: Stop));
        _ = await events.SaveAsync(events.CreateEvent("a", new AgentCreated()), Stop);
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.SaveSnapshotAsync("a", "agent", Json("1"), 2, cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("1"), 1, cancellationToken: Stop));
        _ = await store.DeleteStreamAsync("agent/a", cancellationToken: Stop);
        _ = await events.SaveAsync(events.CreateEvent("a", new AgentCreated()), Stop);
        Assert.Null(await events.GetSnapshotAsync("a", "agent", cancellationToken: Stop));
    }

    [Fact]
    public async Task What_comes_in_meanwhile_is_not_taken_for_read()
    {
        await using var store = new MeanwhileStore(EventStores.Memory());
        AgentEventStore events = Over(store);
        store.AfterInfo = SaveAsync;
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.SaveSnapshotAsync("a", "agent", Json("1"), 1, cancellationToken: Stop));
        Assert.True(await events.SaveSnapshotAsync("a", "agent", Json("1"), 1, cancellationToken: Stop));
        store.AfterRead = SaveAsync;
        AgentEventStream stream = await events.GetEventStreamAsync("a", "agent", afterSnapshot: true, Stop);
        Assert.Equal((0, 1), (stream.Events.Length, stream.Version));
        Assert.Equal(2, await events.GetAggregateVersionAsync("a", "agent", Stop));

        async ValueTask SaveAsync() => _ = await events.SaveAsync(events.CreateEvent("a", new AgentUpdated()), Stop);
    }
}
