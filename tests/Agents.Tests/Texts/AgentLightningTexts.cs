using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Agents;

namespace Daybook.Tests.Agents.Texts;

/// <summary>Every code block of "Event Sourcing in Agent Lightning", as it is written here; each test bears its heading.</summary>
public sealed class AgentLightningTexts : IAsyncDisposable
{
    private readonly TestStore _test = new(StoreKind.Sqlite);
    private readonly AgentEventStore _events;

    public AgentLightningTexts() => _events = new(_test.Store);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    [CodeBlock(1)]
    public async Task Event_Model()
    {
        AgentEvent e = _events.CreateEvent("agent-123", "agent", "created", Json("""{"name":"My Agent"}"""));
        _ = await _events.SaveAsync(e with { UserId = "user-456" }, Stop);
        AgentEvent saved = (await _events.GetEventAsync(e.EventId, cancellationToken: Stop))!;

        EventId eventId = saved.EventId;                                 // unique event identifier
        string aggregateId = saved.AggregateId;                          // entity id
        string aggregateType = saved.AggregateType;                      // entity type
        string eventType = saved.EventType;                              // what happened
        JsonElement eventData = saved.EventData;                         // the details
        DateTimeOffset timestamp = saved.Timestamp;                      // when
        long version = saved.Version;                                    // for optimistic concurrency
        IEnumerable<string?> more = [saved.CorrelationId, saved.CausationId, saved.UserId, saved.ServiceName];
        ImmutableSortedDictionary<string, string> metadata = saved.Metadata;

        Assert.Equal((e.EventId, "agent-123", "agent", "created", e.Timestamp, 1), (eventId, aggregateId, aggregateType, eventType, timestamp, version));
        Assert.Equal("My Agent", eventData.GetProperty("name").GetString());
        Assert.Equal<string?>(["user-456"], more.Where(text => text is not null));
        Assert.Empty(metadata);
    }

    [Fact]
    [CodeBlock(2)]
    public async Task Event_Store()
    {
        // Initialize event store
        var eventStore = new AgentEventStore(_test.Store);

        // Create and save an event
        AgentEvent e = eventStore.CreateEvent("agent-123", "agent", "created", Json("""{"name": "My Agent", "model": "gpt-4"}""")) with { UserId = "user-456" };
        EventId eventId = await eventStore.SaveAsync(e, Stop);

        Assert.Equal(e.EventId, eventId);
        Agent agent = (await _test.Store.LoadAsync<Agent>(AgentEventStore.StreamOf("agent-123", "agent"), cancellationToken: Stop)).State;
        Assert.Equal(("My Agent", "gpt-4"), (agent.Name, agent.Model));
    }

    [Fact]
    [CodeBlock(3)]
    public async Task Event_Stream()
    {
        await Publishing_Events();

        // Get all events for an aggregate
        ImmutableArray<AgentEvent> events = await _events.GetEventsByAggregateAsync("agent-123", "agent", cancellationToken: Stop);

        // Get event stream with current state
        AgentEventStream stream = await _events.GetEventStreamAsync("agent-123", "agent", cancellationToken: Stop);
        string[] lines = [$"Current version: {stream.Version}", $"Total events: {stream.Events.Length}"];

        Assert.Equal(stream.Events, events);
        Assert.Equal(["Current version: 1", "Total events: 1"], lines);
    }

    [Fact]
    [CodeBlock(4)]
    public async Task Publishing_Events()
    {
        // Agent creation event, as a record
        AgentEvent agentCreated = _events.CreateEvent("agent-123", new AgentCreated("Customer Support Agent", "gpt-4", ["chat", "analysis"])) with
        {
            UserId = "user-456",
            ServiceName = "agent_service",
        };
        _ = await _events.SaveAsync(agentCreated, Stop);

        // Task completion event, as JSON
        AgentEvent taskCompleted = _events.CreateEvent("task-789", "task", "completed", Json("""{"result": "Analysis complete", "execution_time": 45.2, "reward": 0.95}""")) with
        {
            CorrelationId = "workflow-101",
            ServiceName = "task_runner",
        };
        _ = await _events.SaveAsync(taskCompleted, Stop);

        AgentTask task = (await _test.Store.LoadAsync<AgentTask>("task/task-789", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Completed, 0.95, TimeSpan.FromSeconds(45.2)), (task.Status, task.Reward, task.ExecutionTime));
        Assert.Equal("workflow-101", Assert.Single(await _events.QueryAsync(new() { CorrelationId = "workflow-101" }, cancellationToken: Stop)).CorrelationId);
    }

    [Fact]
    [CodeBlock(5)]
    public async Task Querying_Events()
    {
        await Publishing_Events();
        _ = await _events.SaveAsync(_events.CreateEvent("task-1", new TaskFailed("no tool")), Stop);
        _ = await _events.SaveAsync(_events.CreateEvent("wf-1", new WorkflowStarted()), Stop);

        // Find all events for a specific agent
        ImmutableArray<AgentEvent> agentEvents = await _events.GetEventsByAggregateAsync("agent-123", "agent", cancellationToken: Stop);

        // Query events by type
        ImmutableArray<AgentEvent> failedTasks = await _events.QueryAsync(new() { EventType = "failed", AggregateType = "task" }, cancellationToken: Stop);

        // Query events by time range
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        ImmutableArray<AgentEvent> recentEvents = await _events.QueryAsync(new() { FromTimestamp = now.AddHours(-1), ToTimestamp = now }, cancellationToken: Stop);

        // Query with pagination
        ImmutableArray<AgentEvent> page1 = await _events.QueryAsync(new() { AggregateType = "workflow" }, limit: 50, offset: 0, Stop);

        // … and with pages that stay apart while others write
        AgentEventPage first = await _events.QueryPageAsync(new(), limit: 3, cancellationToken: Stop);
        AgentEventPage second = await _events.QueryPageAsync(new(), limit: 3, first.Next, Stop);

        _ = Assert.Single(agentEvents);
        Assert.Equal("task-1", Assert.Single(failedTasks).AggregateId);
        Assert.Equal(4, recentEvents.Length);
        Assert.Equal("wf-1", Assert.Single(page1).AggregateId);
        Assert.Equal((3, 1, null), (first.Events.Length, second.Events.Length, second.Next));
    }

    [Fact]
    [CodeBlock(6)]
    public async Task Event_Replay()
    {
        _ = await _events.SaveAllAsync(Enumerable.Range(1, 8).Select(i => _events.CreateEvent("agent-123", new AgentUpdated(Name: $"name {i}"))), Stop);

        var replayed = new List<string>();
        string? name = null;
        await foreach (AgentEvent e in _events.ReplayAsync("agent-123", "agent", fromVersion: 5, Stop))
        {
            replayed.Add($"Replaying: {e.EventType} v{e.Version}");
            name = e.EventData.GetProperty("name").GetString();
        }

        Assert.Equal(["Replaying: updated v5", "Replaying: updated v6", "Replaying: updated v7", "Replaying: updated v8"], replayed);

        // The state needs no hand-written loop: at any version, and at the end.
        Assert.Equal("name 4", (await _test.Store.LoadAsync<Agent>("agent/agent-123", asOf: 3, cancellationToken: Stop)).State.Name);
        Assert.Equal(name, (await _test.Store.LoadAsync<Agent>("agent/agent-123", cancellationToken: Stop)).State.Name);
    }

    [Fact]
    public async Task Agent_Runner()
    {
        // A runner's own work goes on when publishing fails, and the log says so.
        var log = new List<string>();
        var publisher = new EventPublisher(_events, new() { ContinueOnFailure = true, OnFailure = (e, why) => log.Add($"Failed to publish {e.Name}: {why.Message}") });
        await PublishAsync(new TaskReceived(Json("\"input\""), "train", "res-1", "w-1"));
        await PublishAsync(new RolloutStarted(Json("\"input\""), "train", "res-1", "w-1", "agent-9"));
        await PublishAsync(new RolloutCompleted(0.9, 3, TimeSpan.FromSeconds(2), "train", "w-1"));
        await PublishAsync(new RolloutFailed("late", Json("\"input\""), "train", "w-1"));

        Assert.Equal(4, publisher.Published);
        Assert.Empty(log);
        ImmutableArray<AgentEvent> all = await _events.QueryAsync(new() { AggregateId = "rollout-1", UserId = "agent-9", ServiceName = "agent_runner" }, cancellationToken: Stop);
        Assert.Equal(["rollout.failed", "rollout.completed", "rollout.started", "task.received"], all.Select(e => e.Name));

        async Task PublishAsync<TEvent>(TEvent value)
            where TEvent : IEvent<TEvent> =>
            _ = await publisher.PublishAsync(_events.CreateEvent("rollout-1", value) with { UserId = "agent-9", ServiceName = "agent_runner" }, Stop);
    }

    [Fact]
    public async Task Specification_Service()
    {
        var spec = new Spec.Recorder(_test.Store, AgentEventStore.StreamOf("spec-1", "spec"), new() { Metadata = new() { Source = "spec_service" } });
        _ = await spec.RecordSpecCreatedAsync("eval", "evaluates", "1.0", Json("[]"), cancellationToken: Stop);
        var execution = new Execution.Recorder(_test.Store, AgentEventStore.StreamOf("run-1", "execution"), spec.Options);
        _ = await execution.RecordExecutionStartedAsync("spec-1", 4, cancellationToken: Stop);
        _ = await execution.RecordExecutionCompletedAsync("spec-1", "completed", rolloutCount: 4, cancellationToken: Stop);

        ImmutableArray<AgentEvent> all = await _events.QueryAsync(new() { ServiceName = "spec_service" }, cancellationToken: Stop);
        Assert.Equal(["execution completed v2", "execution started v1", "spec created v1"], all.Select(e => $"{e.AggregateType} {e.EventType} v{e.Version}"));
        Assert.Equal(4, all[0].EventData.GetProperty("rollout_count").GetInt32());
    }

    [Fact]
    [CodeBlock(10)]
    public async Task Custom_Event_Publishing()
    {
        // In your service
        AgentEvent e = _events.CreateEvent("custom-entity-123", "custom", "processed", Json("""{"result": "success", "metadata": {"any": ["thing"]}}""")) with
        {
            ServiceName = "my_custom_service",
        };
        _ = await _events.SaveAsync(e, Stop);

        AgentEvent found = Assert.Single(await _events.QueryAsync(new() { AggregateType = "custom" }, cancellationToken: Stop));
        Assert.Equal("""{"result":"success","metadata":{"any":["thing"]}}""", found.EventData.GetRawText());
    }

    [Fact]
    [CodeBlock(11)]
    public async Task Database_Schema_events()
    {
        // No table to make and no index to forget: the store has them. Each column of theirs can be asked for.
        AgentEvent e = _events.CreateEvent("a", "agent", "created", Json("{}")) with
        {
            CorrelationId = "c",
            CausationId = "cause",
            UserId = "u",
            ServiceName = "s",
            Metadata = ImmutableSortedDictionary<string, string>.Empty.Add("k", "3").Add("z", "1"),
        };
        _ = await _events.SaveAsync(e, Stop);
        _ = await _events.SaveAsync(_events.CreateEvent("b", "task", "failed", Json("{}")) with { Timestamp = e.Timestamp.AddDays(-1) }, Stop);
        EventFilter[] columns =
        [
            new() { AggregateId = "a" }, new() { AggregateType = "agent" }, new() { EventType = "created" }, new() { FromTimestamp = e.Timestamp, ToTimestamp = e.Timestamp },
            new() { CorrelationId = "c" }, new() { CausationId = "cause" }, new() { UserId = "u" }, new() { ServiceName = "s" }, new() { Metadata = e.Metadata.Remove("z") }, new() { Metadata = e.Metadata },
        ];
        foreach (EventFilter column in columns)
        {
            Assert.Equal(e.EventId, Assert.Single(await _events.QueryAsync(column, cancellationToken: Stop)).EventId);
        }

        Assert.Equal(e.EventId, (await _events.GetEventAsync(e.EventId, cancellationToken: Stop))!.EventId);
    }

    [Fact]
    [CodeBlock(12)]
    public async Task Database_Schema_event_snapshots()
    {
        EventId last = await _events.SaveAsync(_events.CreateEvent("a", new AgentCreated()), Stop);
        DateTimeOffset later = TimeProvider.System.GetUtcNow().AddDays(1);
        Assert.True(await _events.SaveSnapshotAsync("a", "agent", Json("""{"n":1}"""), version: 1, expiresAt: later, Stop));
        AggregateSnapshot snapshot = (await _events.GetSnapshotAsync("a", "agent", cancellationToken: Stop))!;
        Assert.Equal(("""{"n":1}""", 1, last.ToGuid(), later), (snapshot.Data.GetRawText(), snapshot.Version, snapshot.LastEventId, snapshot.ExpiresAt));
    }

    [Fact]
    [CodeBlock(13)]
    public async Task Debugging_Tools()
    {
        await Publishing_Events();

        // Get recent events for debugging
        ImmutableArray<AgentEvent> recentEvents = await _events.QueryAsync(new(), limit: 10, cancellationToken: Stop);

        // Check aggregate version
        long currentVersion = await _events.GetAggregateVersionAsync("agent-123", "agent", Stop);

        // Validate event stream
        AgentEventStream stream = await _events.GetEventStreamAsync("agent-123", "agent", cancellationToken: Stop);
        var lines = new List<string>();
        foreach (AgentEvent e in stream.Events)
        {
            lines.Add($"Event {e.EventId}: {e.EventType} v{e.Version}");
        }

        Assert.Equal(2, recentEvents.Length);
        Assert.Equal(1, currentVersion);
        Assert.Equal([$"Event {stream.Events[0].EventId}: created v1"], lines);
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
