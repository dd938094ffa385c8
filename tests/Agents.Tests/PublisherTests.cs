using Daybook.Agents;
using Daybook.Testing;

namespace Daybook.Tests.Agents;

public sealed class PublisherTests : AgentStoreTest
{
    [Fact]
    public async Task A_store_that_is_away_for_a_moment_costs_nothing_but_time()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(Fault.LostAnswer(times: 1));
        store.Add(new());
        AgentEventStore events = Over(store);
        var publisher = new EventPublisher(events, new() { RetryDelay = TimeSpan.Zero });
        AgentEvent e = events.CreateEvent("t", new TaskReceived());
        Assert.Equal(e.EventId, await publisher.PublishAsync(e, Stop));
        Assert.Equal((1, 0), (publisher.Published, publisher.Failed));
        Assert.Equal(e with { Version = 1 }, Assert.Single(await events.GetEventsByAggregateAsync("t", "task", cancellationToken: Stop)));
    }

    [Fact]
    public async Task Where_asked_the_caller_goes_on_and_failures_are_counted_and_told()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Times = 3 });
        store.Add(new() { Times = 1, Throws = static () => new IOException("The disk is full.") });
        AgentEventStore events = Over(store);
        var told = new List<(EventId Id, Type Why)>();
        var publisher = new EventPublisher(events, new() { ContinueOnFailure = true, RetryDelay = TimeSpan.Zero, OnFailure = (e, why) => told.Add((e.EventId, why.GetType())) });
        AgentEvent[] tried = [.. Enumerable.Range(0, 4).Select(_ => events.CreateEvent("t", new TaskReceived()))];
        tried[2] = tried[2] with { AggregateId = "" };
        var ids = new List<EventId?>();
        foreach (AgentEvent e in tried)
        {
            ids.Add(await publisher.PublishAsync(e, Stop));
        }

        Assert.Equal([null, null, null, tried[3].EventId], ids);
        Assert.Equal((1, 3), (publisher.Published, publisher.Failed));
        Assert.Equal([(tried[0].EventId, typeof(StoreUnavailableException)), (tried[1].EventId, typeof(IOException)), (tried[2].EventId, typeof(ArgumentException))], told);
    }

    [Fact]
    public async Task Otherwise_failures_are_thrown_and_so_is_a_cancelled_wait()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Throws = static () => new IOException("The disk is full.") });
        AgentEventStore events = Over(store);
        var strict = new EventPublisher(events);
        _ = await Assert.ThrowsAsync<IOException>(async () => await strict.PublishAsync(events.CreateEvent("t", new TaskReceived()), Stop));
        Assert.Equal((0, 1), (strict.Published, strict.Failed));

        var told = new List<Exception>();
        var lenient = new EventPublisher(events, new() { ContinueOnFailure = true, OnFailure = (_, why) => told.Add(why) });
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await lenient.PublishAsync(events.CreateEvent("t", new TaskReceived()), new CancellationToken(canceled: true)));
        Assert.Equal((0, 0), (lenient.Published, lenient.Failed));
        Assert.Empty(told);
    }

    [Fact]
    public async Task Nobody_goes_on_without_anybody_being_told()
    {
        await using IEventStore store = EventStores.Memory();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new EventPublisher(Over(store), new() { ContinueOnFailure = true }));
        Assert.Equal("options", refused.ParamName);
        Assert.Contains("set OnFailure", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_listens_neither_stops_the_caller_nor_hides_the_failure(bool continues)
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Throws = static () => new IOException("The disk is full.") });
        AgentEventStore events = Over(store);
        var publisher = new EventPublisher(events, new() { ContinueOnFailure = continues, OnFailure = static (_, _) => throw new InvalidOperationException("No log.") });
        AgentEvent e = events.CreateEvent("t", new TaskReceived());
        if (continues)
        {
            Assert.Null(await publisher.PublishAsync(e, Stop));
        }
        else
        {
            _ = await Assert.ThrowsAsync<IOException>(async () => await publisher.PublishAsync(e, Stop));
        }

        Assert.Equal((0, 1), (publisher.Published, publisher.Failed));
    }
}
