using System.Text.Json;
using Daybook;
using Daybook.Agents;
using Daybook.Agents.Runs;
using Daybook.Stores;

namespace Llm.Aot;

/// <summary>Records a task and a run of agents, and asks for them.</summary>
internal static class AgentsPart
{
    internal static async Task RunAsync()
    {
        await using IEventStore store = EventStores.Memory();
        var events = new AgentEventStore(store);
        using var data = JsonDocument.Parse("""{"reward":0.5,"gpu":"a"}""");
        AgentEvent completed = events.CreateEvent("t", "task", "completed", data.RootElement) with { UserId = "u" };
        _ = await new EventPublisher(events).PublishAsync(completed);
        AgentTask task = (await store.LoadAsync<AgentTask>("task/t")).State;
        AgentEvent found = (await events.QueryAsync(new() { EventType = "completed", UserId = "u" }))[0];
        await events.SaveSnapshotAsync("t", "task", completed.EventData, 1);
        Console.WriteLine($"task: {task.Reward == 0.5}, {found.EventData.GetProperty("gpu").GetString()}, snapshot at {(await events.GetSnapshotAsync("t", "task"))!.Version}");

        var broken = new EventPublisher(new AgentEventStore(new Broken(store)), new() { ContinueOnFailure = true, OnFailure = (_, failure) => Console.WriteLine($"not published: {failure.Message}") });
        Console.WriteLine($"publisher: {await broken.PublishAsync(completed) is null}, {broken.Failed} failed");

        var run = new RunRecorder(new Ledger(store), "r");
        _ = await run.RecordAsync(LedgerKinds.AgentSpoke, "ada", completed.EventData, "m-1");
        Stage stage = (await store.FoldAsync<Stage>(EventQuery.All.InStreams("run/"))).State;
        Console.WriteLine($"run: {(await run.Ledger.GetRunIndexAsync())[0].Models["m-1"]} of m-1, {stage.AgentNotes.Length} note");
    }

    private sealed class Broken(IEventStore inner) : DelegatingEventStore(inner)
    {
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) => throw new IOException("gone");
    }
}
