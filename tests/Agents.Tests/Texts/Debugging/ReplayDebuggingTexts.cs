using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Agents;

namespace Daybook.Tests.Agents.Texts.Debugging;

/// <summary>The code blocks of "Event Sourcing in Agent Lightning" about going through a replay by hand: what they do, done with a replay that is pulled.</summary>
public sealed class ReplayDebuggingTexts : IAsyncLifetime
{
    private readonly TestStore _test = new(StoreKind.Sqlite);
    private readonly AgentEventStore _events;

    public ReplayDebuggingTexts() => _events = new(_test.Store);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string[] events = ["created {}", "updated {\"reward\":0.5}", "deployed {}", "updated {\"reward\":0.9}", "deployed {}"];
        _ = await _events.SaveAllAsync(events.Select(e => _events.CreateEvent("agent-123", "agent", e.Split(' ')[0], JsonElement.Parse(e.Split(' ')[1]))), Stop);
    }

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    [CodeBlock(7)]
    public async Task Event_Replay_Debugging()
    {
        // Start debugging session
        await using ReplaySession session = Start("agent-123");

        // Add breakpoints: any C# over the event
        session.Breakpoints.Add("updated", e => e.Name == "agent.updated");
        session.Breakpoints.Add("good", e => RewardOf(e) > 0.8);

        // Add watch expressions
        session.Watches.Add("reward", e => RewardOf(e));
        session.Watches.Add("event_type", e => e.Name);

        // Control replay: it stands still until it is asked to go on
        Assert.Equal("idle", session.State);
        Assert.True(await session.ResumeAsync());
        Assert.Equal(("agent.updated", 2, "paused"), (session.Current!.Name, session.Current.Version, session.State));
        _ = session.Breakpoints.Remove("updated");
        Assert.True(await session.StepAsync());
        Assert.Equal("agent.deployed", session.Current.Name);
        Assert.True(await session.ResumeAsync());
        Assert.Equal((4, 0.9), (session.Current.Version, RewardOf(session.Current)));

        // The state at this event
        Agent agent = (await _test.Store.LoadAsync<Agent>("agent/agent-123", asOf: session.Current.Version - 1, cancellationToken: Stop)).State;
        Assert.Equal(0.9, agent.Data!.Value.GetProperty("reward").GetDouble());

        // Get debug information
        JsonObject debugInfo = session.Describe();
        IReadOnlyList<AgentEvent> timeline = session.Timeline;
        JsonObject watchedValues = session.WatchedValues();
        Assert.Equal(("paused", 4), ((string)debugInfo["state"]!, (int)debugInfo["timeline_length"]!));
        Assert.Equal([1, 2, 3, 4], timeline.Select(e => e.Version));
        Assert.Equal("""{"reward":0.9,"event_type":"agent.updated"}""", watchedValues.ToJsonString());

        // Stop, and export debug session
        await session.DisposeAsync();
        JsonObject sessionData = session.Export();
        Assert.Equal(("stopped", 4), ((string)sessionData["state"]!, sessionData["execution_timeline"]!.AsArray().Count));
        Assert.False(await session.ResumeAsync());
    }

    [Fact]
    [CodeBlock(8)]
    public async Task Event_Replay_Debugger_Service()
    {
        // Start the service
        await using var service = new ReplayService(_events);
        await service.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = service.Address };

        // Every endpoint of the text
        string session = $"/sessions/{await StartAsync(client, fromVersion: 2)}";
        string breakpoint = (string)(await PostAsync(client, $"{session}/breakpoints", new() { ["event_type"] = "agent.deployed" }))["breakpoint_id"]!;
        _ = await PostAsync(client, $"{session}/watches", new() { ["member"] = "reward" });
        Assert.Equal(2, (int)(await PostAsync(client, $"{session}/step"))["current_event"]!["version"]!);
        Assert.Equal(3, (int)(await PostAsync(client, $"{session}/resume"))["current_event"]!["version"]!);
        Assert.Equal("paused", (string)(await PostAsync(client, $"{session}/pause"))["state"]!);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync($"{session}/breakpoints/{breakpoint}", Stop)).StatusCode);
        Assert.Equal(4, (int)(await PostAsync(client, $"{session}/step"))["current_event"]!["version"]!);
        Assert.Equal("""{"reward":0.9}""", (await GetAsync(client, session))["watched_values"]!.ToJsonString());
        Assert.Equal("stopped", (string)(await PostAsync(client, $"{session}/stop"))["state"]!);
        Assert.Equal([2, 3, 4], (await GetAsync(client, $"{session}/timeline")).AsArray().Select(e => (int)e!["version"]!));
        Assert.Equal(3, (await GetAsync(client, $"{session}/export"))["execution_timeline"]!.AsArray().Count);

        // What is not there is not found, and sessions are apart.
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"{session}/breakpoints/{breakpoint}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sessions/nobody", Stop)).StatusCode);
        Assert.Equal("idle", (string)(await GetAsync(client, $"/sessions/{await StartAsync(client, fromVersion: 1)}"))["state"]!);
    }

    [Fact]
    [CodeBlock(9)]
    public async Task Event_Replay_Debugger_Service_usage()
    {
        await using var service = new ReplayService(_events);
        await service.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = service.Address };

        // Start replay session
        JsonNode response = await PostAsync(client, "/sessions/start", new() { ["aggregate_id"] = "agent-123", ["from_version"] = 1 });
        string sessionId = (string)response["session_id"]!;

        // Add breakpoint
        _ = await PostAsync(client, $"/sessions/{sessionId}/breakpoints", new() { ["event_type"] = "agent.updated" });

        // Get debug info
        JsonNode debugInfo = await GetAsync(client, $"/sessions/{sessionId}");

        Assert.Equal(("idle", "agent-123", "bp_agent.updated"), ((string)debugInfo["state"]!, (string)debugInfo["aggregate_id"]!, (string)debugInfo["breakpoints"]![0]!));
    }

    [Fact]
    [CodeBlock(14)]
    public async Task Event_Replay_Debugger_Troubleshooting()
    {
        await using ReplaySession session = Start("agent-123");
        session.Breakpoints.Add("good", e => RewardOf(e) > 0.8);
        session.Watches.Add("reward", e => RewardOf(e));
        _ = await session.ResumeAsync();

        // Check debugger state
        List<string> lines = [$"State: {session.State}", $"Current Event: {session.Current?.Name}"];

        // Inspect breakpoints
        lines.AddRange(session.Breakpoints.Keys.Select(name => $"Breakpoint {name}"));

        // Check watched values
        lines.AddRange(session.WatchedValues().Select(watch => $"{watch.Key} = {watch.Value}"));

        // Export session for analysis
        string sessionExport = session.Export().ToJsonString();

        Assert.Equal(["State: paused", "Current Event: agent.updated", "Breakpoint good", "reward = 0.9"], lines);
        Assert.Equal(session.Timeline[^1].EventId.ToString(), (string)JsonNode.Parse(sessionExport)!["execution_timeline"]![3]!["event_id"]!);
    }

    private static double RewardOf(AgentEvent e) => e.EventData.TryGetProperty("reward", out JsonElement reward) ? reward.GetDouble() : 0;

    private static async Task<string> StartAsync(HttpClient client, long fromVersion) =>
        (string)(await PostAsync(client, "/sessions/start", new() { ["aggregate_id"] = "agent-123", ["from_version"] = fromVersion }))["session_id"]!;

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, JsonObject? body = null)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(path, body ?? [], Stop);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonNode>(path, Stop))!;

    private ReplaySession Start(string agentId, long fromVersion = 1) => new(agentId, _events.ReplayAsync(agentId, "agent", fromVersion, Stop), Stop);
}
