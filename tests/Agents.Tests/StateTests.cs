using System.Text.Json;
using Daybook.Agents;

namespace Daybook.Tests.Agents;

/// <summary>Events fold to states, whether recorded with a recorder or saved as JSON.</summary>
public sealed class StateTests : AgentStoreTest
{
    public static TheoryData<StoreKind> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_agent_is_what_was_said_last(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var recorder = new Agent.Recorder(test.Store, AgentEventStore.StreamOf("a", "agent"));
        _ = await recorder.RecordAgentCreatedAsync("Support", "gpt-4", ["chat", "analysis"], cancellationToken: Stop);
        _ = await Over(test.Store).SaveAsync(Over(test.Store).CreateEvent("a", "agent", "updated", Json("""{"model":"gpt-5","temperature":0.2}""")), Stop);
        _ = await recorder.RecordAgentDeployedAsync(Json("""{"region":"eu"}"""), cancellationToken: Stop);
        _ = await recorder.RecordAgentStatusChangedAsync("online", cancellationToken: Stop);
        if (kind != StoreKind.Memory)
        {
            await test.ReopenAsync();
        }

        Versioned<Agent> agent = await test.Store.LoadAsync<Agent>("agent/a", cancellationToken: Stop);
        Agent expected = new()
        {
            Name = "Support",
            Model = "gpt-5",
            Capabilities = ["chat", "analysis"],
            Status = "online",
            Data = Json("""{"temperature":0.2}"""),
            Deployment = Json("""{"region":"eu"}"""),
            CreatedAt = agent.State.CreatedAt,
            UpdatedAt = Start,
            DeployedAt = agent.State.DeployedAt,
        };
        Assert.Equal(4, agent.Version);
        Assert.NotNull(agent.State.CreatedAt);
        Assert.NotNull(agent.State.DeployedAt);
        Assert.Empty(StateComparer.Compare(expected, agent.State).Differences);
    }

    // RFC 7396: what is named is set, null takes out, objects are gone into; everything else stays.
    [Theory]
    [InlineData("""{"a":1,"b":{"c":2,"d":3}}""", """{"b":{"c":null,"e":[4]},"f":"g"}""", """{"a":1,"b":{"d":3,"e":[4]},"f":"g"}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", """{}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":{"b":null,"c":{"d":null}}}""", """{"a":{"c":{}}}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":5}""", """{"a":5}""")]
    [InlineData("""{"a":1}""", null, """{"a":1}""")]
    [InlineData(null, """{"a":1,"b":null}""", """{"a":1}""")]
    [InlineData(null, null, null)]
    [InlineData("""{"s":"\ud800","a":1.50}""", """{"t":"\udc00"}""", """{"s":"\ud800","a":1.50,"t":"\udc00"}""")]
    [InlineData("""{"a":1}""", "[2]", "[2]")]
    [InlineData("""{"a":1,"a":2}""", """{"b":1,"b":2}""", """{"a":2,"b":2}""")]
    [InlineData("""{"\u0061":1}""", """{"a":2}""", """{"a":2}""")]
    public async Task An_update_changes_what_it_names_of_the_data_and_leaves_the_rest(string? before, string? patch, string? after)
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Agent.Recorder(store, "agent/a");
        _ = await recorder.RecordAgentCreatedAsync(data: before is null ? null : Json(before), cancellationToken: Stop);
        _ = await recorder.RecordAgentUpdatedAsync(data: patch is null ? null : Json(patch), cancellationToken: Stop);
        Assert.Equal(after, (await store.LoadAsync<Agent>("agent/a", cancellationToken: Stop)).State.Data?.GetRawText());
    }

    [Fact]
    public async Task A_task_runs_to_its_end_or_fails()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new AgentTask.Recorder(store, "task/t", new() { TimeProvider = Clock });
        _ = await recorder.RecordTaskReceivedAsync(Json("\"sum\""), "train", "res-1", "w-1", cancellationToken: Stop);
        Assert.Equal(WorkStatus.Waiting, (await LoadAsync()).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        _ = await recorder.RecordTaskStartedAsync(cancellationToken: Stop);
        Assert.Equal((WorkStatus.Running, "w-1"), ((await LoadAsync()).Status, (await LoadAsync()).WorkerId));
        _ = await recorder.RecordTaskFailedAsync("no tool", cancellationToken: Stop);
        Assert.Equal((WorkStatus.Failed, "no tool"), ((await LoadAsync()).Status, (await LoadAsync()).Error));
        _ = await recorder.RecordTaskCompletedAsync(Json("42"), TimeSpan.FromSeconds(3), 0.5, cancellationToken: Stop);
        AgentTask task = await LoadAsync();
        Assert.Equal((WorkStatus.Completed, null, 0.5, TimeSpan.FromSeconds(3)), (task.Status, task.Error, task.Reward, task.ExecutionTime));
        Assert.Equal((Start, Start.AddSeconds(1), Start.AddSeconds(1)), (task.ReceivedAt, task.StartedAt, task.EndedAt));
        Assert.Equal(("\"sum\"", "42"), (task.Input!.Value.GetRawText(), task.Result!.Value.GetRawText()));

        async Task<AgentTask> LoadAsync() => (await store.LoadAsync<AgentTask>("task/t", cancellationToken: Stop)).State;
    }

    [Fact]
    public async Task A_workflow_that_is_started_again_starts_from_its_first_step()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Workflow.Recorder(store, "workflow/w", new() { TimeProvider = Clock });
        _ = await recorder.RecordWorkflowCreatedAsync("nightly", Json("""["fetch","train"]"""), cancellationToken: Stop);
        _ = await recorder.RecordWorkflowStartedAsync(cancellationToken: Stop);
        _ = await recorder.RecordWorkflowStepCompletedAsync("fetch", Json("3"), cancellationToken: Stop);
        _ = await recorder.RecordWorkflowFailedAsync("disk full", cancellationToken: Stop);
        Workflow failed = (await store.LoadAsync<Workflow>("workflow/w", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Failed, "disk full", 1), (failed.Status, failed.Error, failed.CompletedSteps.Count));
        Assert.Equal(("fetch", "3", Start), (failed.CompletedSteps[0].Name, failed.CompletedSteps[0].Result!.Value.GetRawText(), failed.CompletedSteps[0].CompletedAt));

        _ = await recorder.RecordWorkflowStartedAsync(cancellationToken: Stop);
        _ = await recorder.RecordWorkflowStepCompletedAsync("fetch", cancellationToken: Stop);
        _ = await recorder.RecordWorkflowStepCompletedAsync("train", cancellationToken: Stop);
        _ = await recorder.RecordWorkflowCompletedAsync(Json("\"ok\""), cancellationToken: Stop);
        Workflow done = (await store.LoadAsync<Workflow>("workflow/w", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Completed, null, "nightly"), (done.Status, done.Error, done.Name));
        Assert.Equal(["fetch", "train"], done.CompletedSteps.Select(step => step.Name));
    }

    [Fact]
    public async Task A_rollout_keeps_what_its_runner_said()
    {
        await using IEventStore store = EventStores.Memory();
        var good = new Rollout.Recorder(store, "rollout/1", new() { TimeProvider = Clock });
        _ = await good.RecordRolloutStartedAsync(Json("7"), "val", "res-1", "w-1", "agent-1", cancellationToken: Stop);
        _ = await good.RecordRolloutCompletedAsync(0.9, 12, TimeSpan.FromSeconds(4.5), "val", "w-1", cancellationToken: Stop);
        Rollout rollout = (await store.LoadAsync<Rollout>("rollout/1", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Completed, "agent-1", 0.9, 12, TimeSpan.FromSeconds(4.5)), (rollout.Status, rollout.AgentId, rollout.FinalReward, rollout.TripletCount, rollout.ExecutionTime));
        Assert.Equal(("val", "res-1", "w-1", "7"), (rollout.Mode, rollout.ResourcesId, rollout.WorkerId, rollout.TaskInput!.Value.GetRawText()));

        var bad = new Rollout.Recorder(store, "rollout/2");
        _ = await bad.RecordRolloutFailedAsync("crashed", Json("8"), "train", "w-2", cancellationToken: Stop);
        Rollout failed = (await store.LoadAsync<Rollout>("rollout/2", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Failed, "crashed", "8"), (failed.Status, failed.Error, failed.TaskInput!.Value.GetRawText()));
        Assert.Equal(("train", "w-2"), (failed.Mode, failed.WorkerId));
    }

    [Fact]
    public async Task What_is_run_again_forgets_how_it_ended_before()
    {
        await using IEventStore store = EventStores.Memory();
        var rollouts = new Rollout.Recorder(store, "rollout/1");
        _ = await rollouts.RecordRolloutStartedAsync(Json("7"), "val", workerId: "w-1", cancellationToken: Stop);
        _ = await rollouts.RecordRolloutCompletedAsync(0.9, 12, TimeSpan.FromSeconds(4.5), cancellationToken: Stop);
        _ = await rollouts.RecordRolloutFailedAsync("crashed", cancellationToken: Stop);
        _ = await rollouts.RecordRolloutStartedAsync(Json("7"), cancellationToken: Stop);
        Rollout rollout = (await store.LoadAsync<Rollout>("rollout/1", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Running, null, null), (rollout.Status, rollout.Error, rollout.EndedAt));
        Assert.Equal((null, null, null), (rollout.FinalReward, rollout.TripletCount, rollout.ExecutionTime));
        Assert.Equal(("val", "w-1"), (rollout.Mode, rollout.WorkerId));
        _ = await rollouts.RecordRolloutFailedAsync("crashed", cancellationToken: Stop);
        _ = await rollouts.RecordRolloutCompletedAsync(cancellationToken: Stop);
        Assert.Null((await store.LoadAsync<Rollout>("rollout/1", cancellationToken: Stop)).State.Error);

        var executions = new Execution.Recorder(store, "execution/1");
        _ = await executions.RecordExecutionStartedAsync("s", 3, cancellationToken: Stop);
        _ = await executions.RecordExecutionCompletedAsync("s", rolloutCount: 3, cancellationToken: Stop);
        _ = await executions.RecordExecutionFailedAsync("s", "no worker", cancellationToken: Stop);
        _ = await executions.RecordExecutionStartedAsync("s", 3, cancellationToken: Stop);
        Execution execution = (await store.LoadAsync<Execution>("execution/1", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Running, null, null, null), (execution.Status, execution.Error, execution.EndedAt, execution.RolloutCount));
        _ = await executions.RecordExecutionFailedAsync("s", "no worker", cancellationToken: Stop);
        _ = await executions.RecordExecutionCompletedAsync("s", cancellationToken: Stop);
        Assert.Null((await store.LoadAsync<Execution>("execution/1", cancellationToken: Stop)).State.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_that_is_started_again_has_not_ended(bool isCompleted)
    {
        await using IEventStore store = EventStores.Memory();
        var tasks = new AgentTask.Recorder(store, "task/t", new() { TimeProvider = Clock });
        _ = await tasks.RecordTaskReceivedAsync(Json("7"), "val", "res-1", "w-1", cancellationToken: Stop);
        _ = await tasks.RecordTaskStartedAsync(cancellationToken: Stop);
        _ = isCompleted
            ? await tasks.RecordTaskCompletedAsync(Json("42"), TimeSpan.FromSeconds(3), 0.5, cancellationToken: Stop)
            : await tasks.RecordTaskFailedAsync("boom", cancellationToken: Stop);
        Clock.Advance(TimeSpan.FromSeconds(1));
        _ = await tasks.RecordTaskStartedAsync("w-2", cancellationToken: Stop);
        AgentTask expected = new()
        {
            Status = WorkStatus.Running,
            Input = Json("7"),
            Mode = "val",
            ResourcesId = "res-1",
            WorkerId = "w-2",
            ReceivedAt = Start,
            StartedAt = Start.AddSeconds(1),
        };
        Assert.Empty(StateComparer.Compare(expected, (await store.LoadAsync<AgentTask>("task/t", cancellationToken: Stop)).State).Differences);
    }

    [Fact]
    public async Task A_workflow_that_is_completed_has_no_error()
    {
        await using IEventStore store = EventStores.Memory();
        var workflows = new Workflow.Recorder(store, "workflow/w");
        _ = await workflows.RecordWorkflowFailedAsync("boom", cancellationToken: Stop);
        _ = await workflows.RecordWorkflowCompletedAsync(Json("1"), cancellationToken: Stop);
        Workflow workflow = (await store.LoadAsync<Workflow>("workflow/w", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Completed, null), (workflow.Status, workflow.Error));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_specification_shows_its_executions(StoreKind kind)
    {
        await using var test = new TestStore(kind);
        var spec = new Spec.Recorder(test.Store, "spec/s", new() { TimeProvider = Clock });
        _ = await spec.RecordSpecCreatedAsync("eval", "evaluates", "1", Json("[1]"), cancellationToken: Stop);
        _ = await spec.RecordSpecUpdatedAsync(version: "2", cancellationToken: Stop);
        Spec state = (await test.Store.LoadAsync<Spec>("spec/s", cancellationToken: Stop)).State;
        Assert.Equal(("eval", "evaluates", "2", "[1]", Start), (state.Name, state.Description, state.Version, state.WorkflowSteps!.Value.GetRawText(), state.CreatedAt));

        foreach (string id in (string[])["e1", "e2", "e3"])
        {
            var execution = new Execution.Recorder(test.Store, "execution/" + id, new() { TimeProvider = Clock });
            _ = await execution.RecordExecutionStartedAsync(id == "e3" ? "other" : "s", 3, cancellationToken: Stop);
            _ = id == "e1"
                ? await execution.RecordExecutionCompletedAsync("s", "done", Start.AddHours(1), 3, cancellationToken: Stop)
                : await execution.RecordExecutionFailedAsync(id == "e3" ? "other" : "s", "no worker", cancellationToken: Stop);
        }

        await using KeyedView<SpecExecutions> view = test.Store.Project<SpecExecutions>(EventQuery.All, "spec-executions", SpecExecutions.SpecIdOf);
        await view.CatchUpAsync(Stop);
        SpecExecutions all = (await view.GetAsync("s", Stop))!.Value.State;
        Assert.Equal(["execution/e1", "execution/e2"], all.Executions.Keys);
        Execution first = all.Executions["execution/e1"];
        Assert.Equal((WorkStatus.Completed, 3, 3, Start.AddHours(1)), (first.Status, first.TaskCount, first.RolloutCount, first.EndedAt));
        Assert.Equal((WorkStatus.Failed, "no worker"), (all.Executions["execution/e2"].Status, all.Executions["execution/e2"].Error));
        Assert.Equal(first, (await test.Store.LoadAsync<Execution>("execution/e1", cancellationToken: Stop)).State);
    }

    [Fact]
    public async Task A_redacted_event_does_not_stop_a_fold()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new AgentTask.Recorder(store, "task/t");
        _ = await recorder.RecordTaskReceivedAsync(Json("\"secret\""), cancellationToken: Stop);
        _ = await recorder.RecordTaskCompletedAsync(reward: 1, cancellationToken: Stop);
        Assert.True(await store.RedactAsync("task/t", 0, "erasure", cancellationToken: Stop));
        AgentTask task = (await store.LoadAsync<AgentTask>("task/t", cancellationToken: Stop)).State;
        Assert.Equal((WorkStatus.Completed, default(JsonElement?)), (task.Status, task.Input));
    }
}
