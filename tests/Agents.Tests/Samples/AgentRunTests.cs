using System.Text.Json.Nodes;
using Daybook.Agents;

namespace Daybook.Tests.Agents.Samples;

/// <summary>The sample on a store that is there already: run again, after a crash, and with other trajectories.</summary>
public sealed class AgentRunTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Store => _directory + "/log";

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Run_again_it_records_nothing_twice()
    {
        string path = await WriteAsync("riddle", "demo-model", "ls", "submit 42");
        string first = await RunAsync(path);
        string[] recorded = await EventsAsync();
        Assert.Equal(12, recorded.Length);
        Assert.Equal(first, await RunAsync(path));
        Assert.Equal(recorded, await EventsAsync());
    }

    [Fact]
    public async Task After_a_crash_it_records_what_is_missing()
    {
        string path = await WriteAsync("riddle", "demo-model", "ls", "submit 42");
        string first = await RunAsync(path);
        string[] recorded = await EventsAsync();
        foreach (int kept in (int[])[0, 1, 5, 8])
        {
            await CutAsync("riddle", kept);
            Assert.Equal(recorded.Length - (8 - kept) - 1, (await EventsAsync()).Length);
            Assert.Equal(first, await RunAsync(path));
            Assert.Equal(recorded, await EventsAsync());
        }
    }

    [Fact]
    public async Task Two_trajectories_in_one_store_are_told_apart()
    {
        // More actions than a page of a query has.
        string[] many = [.. Enumerable.Range(0, 120).Select(n => $"look {n}")];
        string one = await WriteAsync("one", "demo-model", many);
        string two = await WriteAsync("two", "other-model", "ls", "submit 42");
        Assert.EndsWith("actions: 120\n", await RunAsync(one), StringComparison.Ordinal);
        string output = await RunAsync(two);
        Assert.StartsWith("agent demo: other-model\ntask two: Completed, a result of 2 characters\nrun two: 2 turns, 8 events, 4 of a model\nlast words: submit 42\n", output, StringComparison.Ordinal);
        Assert.Contains("task two v3: completed\ntask two v2: started\ntask two v1: received\ntask one v3: completed\n", output, StringComparison.Ordinal);
        Assert.EndsWith("actions: 2\n", output, StringComparison.Ordinal);

        // One agent, made with two models.
        await using IEventStore store = EventStores.File(Store);
        Assert.Equal(2, (await store.GetStreamInfoAsync("agent/demo", Stop))?.Version);
    }

    [Fact]
    public async Task A_trajectory_without_steps_has_no_last_words()
    {
        string output = await RunAsync(await WriteAsync("nothing", "demo-model"));
        Assert.Contains("run nothing: 0 turns, 2 events, 0 of a model\nlast words: none\n", output, StringComparison.Ordinal);
        Assert.EndsWith("actions: 0\n", output, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string path)
    {
        (int code, string output, string errors) = await SampleProgram.RunAsync("AgentRun", path, $"file:{Store}?durability=written");
        Assert.Equal((0, ""), (code, errors));
        return output;
    }

    private async Task<string> WriteAsync(string name, string model, params string[] actions)
    {
        JsonNode[] steps = [.. actions.Select(action => new JsonObject { ["thought"] = "Well.", ["action"] = action, ["observation"] = "seen" })];
        var trajectory = new JsonObject
        {
            ["environment"] = "demo",
            ["trajectory"] = new JsonArray(steps),
            ["history"] = new JsonArray(),
            ["info"] = new JsonObject { ["exit_status"] = "submitted", ["submission"] = "42" },
            ["replay_config"] = new JsonObject { ["agent"] = new JsonObject { ["model"] = new JsonObject { ["name"] = model } } },
        };
        string path = Path.Combine(_directory, name + ".json");
        await File.WriteAllTextAsync(path, trajectory.ToJsonString(), Stop);
        return path;
    }

    // What a crash leaves: the beginning of the run, and a task that has not ended.
    private async Task CutAsync(string id, int kept)
    {
        await using IEventStore store = EventStores.File(Store);
        var ledger = new Ledger(store);
        LedgerEvent[] run = [.. (await ledger.ReadRunAsync(id, Stop).ToListAsync(Stop)).Select(entry => entry.Event)];
        Assert.Equal(8, run.Length);
        Assert.True(await ledger.ResetAsync(id, Stop));
        await ledger.ExtendAsync(run.Take(kept), Stop);

        var events = new AgentEventStore(store);
        AgentEvent[] task = [.. await events.GetEventsByAggregateAsync(id, "task", cancellationToken: Stop)];
        Assert.True(await store.DeleteStreamAsync("task/" + id, cancellationToken: Stop));
        _ = await events.SaveAllAsync(task[..^1], Stop);
    }

    // Everything in the store but when it happened.
    private async Task<string[]> EventsAsync()
    {
        await using IEventStore store = EventStores.File(Store);
        var found = new List<string>();
        foreach (StreamInfo stream in (await store.ListStreamsAsync("", cancellationToken: Stop)).Streams)
        {
            await foreach (Envelope e in store.ReadEventsAsync(stream.StreamId, cancellationToken: Stop))
            {
                found.Add($"{stream.StreamId} {e.Sequence} {e.EventId} {e.EventType.Name} {Convert.ToHexString(e.Payload)}");
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }
}
