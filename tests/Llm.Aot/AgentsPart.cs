using System.Text.Json;
using Daybook;
using Daybook.Agents;
using Daybook.Agents.Runs;

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

        var run = new RunRecorder(new Ledger(store), "r");
        _ = await run.RecordAsync(LedgerKinds.AgentSpoke, "ada", completed.EventData, "m-1");
        Stage stage = (await store.FoldAsync<Stage>(EventQuery.All.InStreams("run/"))).State;
        Console.WriteLine($"run: {(await run.Ledger.GetRunIndexAsync())[0].Models["m-1"]} of m-1, {stage.AgentNotes.Length} note");
    }
}
