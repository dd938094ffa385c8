using System.Collections.Immutable;
using System.Globalization;
using Daybook.Agents;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Agents;

/// <summary>Filters and pages against a list in memory.</summary>
public sealed class FilterTests : AgentStoreTest
{
    private static readonly string?[] Users = [null, "", "ada", "bob"];
    private static readonly string[] Ids = ["a", "ab", "a/b"];
    private static readonly (string Type, string What)[] Events = [("agent", "created"), ("task", "failed"), ("task", "completed"), ("workflow", "failed"), ("task", "agent.created")];

    public static TheoryData<StoreKind> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_filter_finds_what_a_walk_over_a_list_finds(StoreKind kind)
    {
        Gen<EventFilter> filters =
            from id in Gen.Elements<string?>([null, null, "", .. Ids])
            from type in Gen.Elements<string?>([null, null, "", "agent", "task", "a", "nothing"])
            from what in Gen.Elements<string?>([null, null, null, "", "failed", "task.failed", "created", "agent.created"])
            from correlation in Gen.Elements<string?>([null, null, null, "c1"])
            from causation in Gen.Elements<string?>([null, null, null, "", "e1"])
            from user in Gen.Elements([null, null, .. Users])
            from service in Gen.Elements<string?>([null, null, null, "s1"])
            from start in Gen.Choose(-3, 6)
            from length in Gen.Choose(0, 6)
            from headers in Gen.SubListOf((string[])["h1", "h1", "h2", "h3"])
            select new EventFilter
            {
                AggregateId = id,
                AggregateType = type,
                EventType = what,
                CorrelationId = correlation,
                CausationId = causation,
                UserId = user,
                ServiceName = service,
                FromTimestamp = start < 0 ? null : Start.AddSeconds(start),
                ToTimestamp = start < 0 ? null : Start.AddSeconds(start + length),
                Metadata = headers.Distinct().Take(2).ToImmutableSortedDictionary(name => name, _ => "1"),
            };
        Arbitrary<Case> cases = (
            from count in Gen.Choose(0, 40)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from chosen in Gen.ListOf(filters, 5)
            from limit in Gen.Choose(1, 12)
            from offset in Gen.Choose(0, 12)
            select new Case(count, seed, [.. chosen], limit, offset)).ToArbitrary();
        Prop.ForAll(cases, one => RunAsync(kind, one).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(kind == StoreKind.Memory ? 300 : 25));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_meet_every_event_once_while_others_write(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        for (int i = 0; i < 600; i++)
        {
            // All at the same time: ties must not matter.
            _ = await events.SaveAsync(events.CreateEvent("t" + (i % 7).ToString(CultureInfo.InvariantCulture), new TaskFailed()), Stop);
        }

        ImmutableArray<AgentEvent> expected = await events.QueryAsync(new() { EventType = "failed" }, 1000, cancellationToken: Stop);
        var met = new List<AgentEvent>();
        long? next = null;
        do
        {
            AgentEventPage page = await events.QueryPageAsync(new() { EventType = "failed" }, 50, next, Stop);
            Assert.InRange(page.Events.Length, 1, 50);
            met.AddRange(page.Events);
            next = page.Next;
            _ = await events.SaveAsync(events.CreateEvent("late", new TaskFailed()), Stop);
        }
        while (next is not null);
        Assert.Equal(600, met.Count);
        Assert.Equal(expected, met);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_aggregate_is_found_without_reading_the_events_of_others(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        await using var store = new CountingStore(test.Store);
        AgentEventStore events = Over(store);
        AgentEvent first = events.CreateEvent("a", new TaskReceived());
        _ = await events.SaveAsync(first, Stop);
        _ = await events.SaveAllAsync(Enumerable.Range(0, 3000).Select(_ => events.CreateEvent("b", new TaskFailed())), Stop);
        _ = await events.SaveAsync(events.CreateEvent("a", new AgentCreated()), Stop);
        _ = await events.SaveAllAsync(Enumerable.Range(0, 600).Select(_ => events.CreateEvent("a", new TaskFailed())), Stop);
        EventFilter[] filters = [new() { AggregateId = "a", AggregateType = "task" }, new() { AggregateId = "a" }];
        foreach (EventFilter filter in filters)
        {
            store.Events = 0;
            ImmutableArray<AgentEvent> found = await events.QueryAsync(filter, 1000, cancellationToken: Stop);
            Assert.Equal(filter.AggregateType is null ? 602 : 601, found.Length);
            Assert.Equal(first.EventId, found[^1].EventId);
            Assert.InRange(store.Events, found.Length, found.Length + 2);
        }

        store.Events = 0;
        Assert.Equal(first.EventId, (await events.GetEventAsync(first.EventId, "a", "task", Stop))!.EventId);
        Assert.InRange(store.Events, 1, 602);

        // A page begins where the one before ended, not at the end of the aggregate.
        long? next = null;
        var met = new List<AgentEvent>();
        do
        {
            store.Events = 0;
            AgentEventPage page = await events.QueryPageAsync(filters[1], 50, next, Stop);
            Assert.InRange(store.Events, 1, 350);
            met.AddRange(page.Events);
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(await events.QueryAsync(filters[1], 1000, cancellationToken: Stop), met);
    }

    [Fact]
    public async Task Limits_are_checked_and_none_is_none()
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        _ = await events.SaveAsync(events.CreateEvent("t", new TaskFailed()), Stop);
        Assert.Empty(await events.QueryAsync(new(), 0, cancellationToken: Stop));
        Assert.Empty(await events.QueryAsync(new(), 10, 1, Stop));
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.QueryAsync(new(), -1, cancellationToken: Stop));
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.QueryAsync(new(), 1, -1, Stop));
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await events.QueryPageAsync(new(), 0, null, Stop));
        Assert.Null((await events.QueryPageAsync(new(), 1, null, Stop)).Next);
    }

    [Fact]
    public async Task Streams_that_are_no_aggregates_are_not_seen()
    {
        await using IEventStore store = EventStores.Memory();
        _ = await new AgentTask.Recorder(store, "task-1").RecordTaskFailedAsync("x", cancellationToken: Stop);
        _ = await new AgentTask.Recorder(store, "task/1").RecordTaskFailedAsync("x", cancellationToken: Stop);
        Assert.Equal("1", Assert.Single(await Over(store).QueryAsync(new(), cancellationToken: Stop)).AggregateId);
    }

    [Theory]
    [InlineData("$snapshots:task", "1")]
    [InlineData("task/1", "1")]
    [InlineData("task", "1\n")]
    [InlineData("task", "\ud800")]
    [InlineData("\n", "1")]
    public async Task A_filter_for_what_cannot_be_finds_nothing(string type, string id)
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        _ = await events.SaveAllAsync([events.CreateEvent("1", new TaskReceived()), events.CreateEvent("1", new TaskFailed())], Stop);
        _ = await events.SaveAsync(events.CreateEvent("1/1", new TaskFailed()), Stop);
        await store.SaveSnapshotAsync("task/1", await store.LoadAsync<AgentTask>("task/1", cancellationToken: Stop), cancellationToken: Stop);
        Assert.Empty(await events.QueryAsync(new() { AggregateType = type, AggregateId = id }, cancellationToken: Stop));
        Assert.Empty(await events.QueryAsync(new() { AggregateType = type, EventType = "nothing" }, cancellationToken: Stop));
        Assert.Empty(await events.QueryAsync(new() { AggregateId = id + new string('x', 600) }, cancellationToken: Stop));
        Assert.Empty(await events.QueryAsync(new() { AggregateType = type, AggregateId = id + new string('x', 600) }, cancellationToken: Stop));
    }

    [Fact]
    public async Task Metadata_that_is_null_does_not_matter()
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Over(store);
        _ = await events.SaveAsync(events.CreateEvent("1", new TaskFailed()), Stop);
        _ = Assert.Single(await events.QueryAsync(new() { Metadata = null, EventType = "failed" }, cancellationToken: Stop));
        Assert.Equal(new EventFilter(), new EventFilter { Metadata = null });
    }

    private async Task<bool> RunAsync(StoreKind kind, Case one)
    {
        await using var test = new TestStore(kind);
        AgentEventStore events = Over(test.Store);
        var random = new Random(one.Seed);
        var model = new List<AgentEvent>();
        var versions = new Dictionary<(string, string), long>();
        for (int i = 0; i < one.Count; i++)
        {
            (string type, string what) = Events[random.Next(Events.Length)];
            string id = Ids[random.Next(Ids.Length)];
            AgentEvent e = events.CreateEvent(id, type, what, Json("{}")) with
            {
                UserId = Users[random.Next(Users.Length)],
                CorrelationId = random.Next(2) == 0 ? "c1" : null,
                CausationId = random.Next(2) == 0 ? "e1" : null,
                ServiceName = random.Next(2) == 0 ? "s1" : null,
                Timestamp = Start.AddSeconds(random.Next(8)),
                Metadata = Enumerable.Range(1, 3).Where(_ => random.Next(3) > 0).ToImmutableSortedDictionary(n => "h" + n.ToString(CultureInfo.InvariantCulture), _ => random.Next(3) > 0 ? "1" : "2"),
            };
            _ = await events.SaveAsync(e);
            model.Insert(0, e with { Version = versions[(type, id)] = versions.GetValueOrDefault((type, id)) + 1 });
        }

        foreach (EventFilter filter in one.Filters)
        {
            AgentEvent[] expected = [.. model.Where(e => IsWanted(filter, e))];
            var walked = new List<AgentEvent>();
            long? next = null;
            do
            {
                AgentEventPage page = await events.QueryPageAsync(filter, one.Limit, next);
                walked.AddRange(page.Events);
                next = page.Next;
            }
            while (next is not null);
            bool isRight = (await events.QueryAsync(filter, 1000)).SequenceEqual(expected)
                && walked.SequenceEqual(expected)
                && (await events.QueryAsync(filter, one.Limit, one.Offset)).SequenceEqual(expected.Skip(one.Offset).Take(one.Limit));
            if (!isRight)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWanted(EventFilter filter, AgentEvent e) =>
        (string.IsNullOrEmpty(filter.AggregateId) || e.AggregateId == filter.AggregateId)
        && (string.IsNullOrEmpty(filter.AggregateType) || e.AggregateType == filter.AggregateType)
        && (string.IsNullOrEmpty(filter.EventType) || e.EventType == filter.EventType || e.Name == filter.EventType)
        && (string.IsNullOrEmpty(filter.CorrelationId) || e.CorrelationId == filter.CorrelationId)
        && (string.IsNullOrEmpty(filter.CausationId) || e.CausationId == filter.CausationId)
        && (string.IsNullOrEmpty(filter.UserId) || e.UserId == filter.UserId)
        && (string.IsNullOrEmpty(filter.ServiceName) || e.ServiceName == filter.ServiceName)
        && (filter.FromTimestamp is null || e.Timestamp >= filter.FromTimestamp)
        && (filter.ToTimestamp is null || e.Timestamp <= filter.ToTimestamp)
        && filter.Metadata.All(pair => e.Metadata.TryGetValue(pair.Key, out string? value) && value == pair.Value);

    private sealed record Case(int Count, int Seed, ImmutableArray<EventFilter> Filters, int Limit, int Offset);
}
