using System.Text.Json;
using AgentRun;
using Daybook;
using Daybook.Agents;
using Daybook.Agents.Runs;

// AgentRun [trajectory.json] [connection string]
Trajectory trajectory = Trajectory.Read(args.Length > 0 ? args[0] : null);
string taskId = args.Length > 0 ? Path.GetFileNameWithoutExtension(args[0]) : "demo";
await using IEventStore store = await EventStores.OpenAsync(args.Length > 1 ? args[1] : "memory:");

// What is known of the agent and its task: one aggregate each. The id of an event says which step it is: run again, even after a crash, the program records what is missing and nothing twice.
var agent = new Agent.Recorder(store, AgentEventStore.StreamOf(trajectory.Agent, "agent"));
_ = await agent.RecordAgentCreatedAsync(trajectory.Agent, trajectory.Model, options: Once(agent.StreamId, $"created with {trajectory.Model}"));
var task = new AgentTask.Recorder(store, AgentEventStore.StreamOf(taskId, "task"));
_ = await task.RecordTaskReceivedAsync(Json(trajectory.Question), options: Once(task.StreamId, "received"));
_ = await task.RecordTaskStartedAsync(trajectory.Agent, options: Once(task.StreamId, "started"));

// What it did, turn by turn. The recorder makes such ids by itself.
var run = new RunRecorder(new Ledger(store), taskId);
_ = await run.RecordAsync(LedgerKinds.RunStarted, "runner");
foreach (JsonElement step in trajectory.Steps)
{
    _ = await run.RecordAsync(LedgerKinds.AgentThought, trajectory.Agent, Said(step, "thought"), trajectory.Model);
    _ = await run.RecordAsync(LedgerKinds.AgentSpoke, trajectory.Agent, Said(step, "action"), trajectory.Model);
    _ = await run.RecordAsync(LedgerKinds.WorldObserved, "shell", Said(step, "observation"));
    run.NextTurn();
}

_ = await run.RecordAsync(LedgerKinds.RunFinished, "runner");
_ = trajectory.ExitStatus == "submitted"
    ? await task.RecordTaskCompletedAsync(Json(trajectory.Submission ?? ""), trajectory.Duration, options: Once(task.StreamId, "ended"))
    : await task.RecordTaskFailedAsync(trajectory.ExitStatus, options: Once(task.StreamId, "ended"));

// Folded: what the events come to.
Agent who = (await store.LoadAsync<Agent>(agent.StreamId)).State;
AgentTask what = (await store.LoadAsync<AgentTask>(task.StreamId)).State;
Console.WriteLine($"agent {who.Name}: {who.Model ?? "model unknown"}");
Console.WriteLine($"task {taskId}: {what.Status}, a result of {what.Result?.GetString()?.Length ?? 0} characters");
RunSummary summary = (await new Ledger(store).GetRunIndexAsync()).Single(summary => summary.RunId == taskId);
Console.WriteLine($"run {summary.RunId}: {summary.LastTurn} turns, {summary.Events} events, {summary.Models.Values.Sum()} of a model");
Stage stage = (await store.FoldAsync<Stage>(EventQuery.All.InStreams("run/" + taskId))).State;
Console.WriteLine($"last words: {stage.AgentNotes.LastOrDefault()?.Text.Trim() ?? "none"}".ReplaceLineEndings(" "));

// Queried, newest first: the last events of all tasks, and all actions of this run, page by page.
var events = new AgentEventStore(store);
foreach (AgentEvent e in await events.QueryAsync(new() { AggregateType = "task" }, limit: 10))
{
    Console.WriteLine($"{e.AggregateType} {e.AggregateId} v{e.Version}: {e.EventType}");
}

var spoken = new EventFilter { AggregateType = "run", AggregateId = taskId, EventType = LedgerKinds.AgentSpoke };
AgentEventPage page = await events.QueryPageAsync(spoken);
int actions = page.Events.Length;
while (page.Next is not null)
{
    page = await events.QueryPageAsync(spoken, from: page.Next);
    actions += page.Events.Length;
}

Console.WriteLine($"actions: {actions}");

// The same step has the same event id, always.
static AppendOptions Once(string streamId, string step) => new() { EventId = EventId.From(streamId, step) };

// JSON of a text, as a payload.
static JsonElement Json(string text) => Write(writer => writer.WriteStringValue(text));

static JsonElement Said(JsonElement step, string name) => Write(writer =>
{
    writer.WriteStartObject();
    writer.WriteString("text", Trajectory.Text(step, name) ?? "");
    writer.WriteEndObject();
});

static JsonElement Write(Action<Utf8JsonWriter> write)
{
    using var buffer = new MemoryStream();
    using (var writer = new Utf8JsonWriter(buffer))
    {
        write(writer);
    }

    using JsonDocument document = JsonDocument.Parse(buffer.ToArray());
    return document.RootElement.Clone();
}
