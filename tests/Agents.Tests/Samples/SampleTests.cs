using System.Text.Json.Nodes;
using Daybook.Agents;
using Daybook.Agents.Runs;

namespace Daybook.Tests.Agents.Samples;

/// <summary>The samples of this part, run as programs.</summary>
public sealed class SampleTests : IDisposable
{
    private static readonly string? Runs = Directory.Exists(Path.Combine(Repository.Root, "..", "shared", "data", "agent-runs"))
        ? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "agent-runs"))
        : null;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public static TheoryData<string> Files =>
        [.. Runs is null ? ["none"] : Directory.GetFiles(Runs, "*.json").Select(file => Path.GetFileName(file)!).Where(file => file != "index.json")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task AgentRun_shows_a_run_of_its_own()
    {
        const string Expected = """
            agent demo: demo-model
            task demo: Completed, a result of 2 characters
            run demo: 3 turns, 11 events, 6 of a model
            last words: submit 42
            task demo v3: completed
            task demo v2: started
            task demo v1: received
            actions: 3

            """;
        Assert.Equal((0, Expected, ""), await RunAsync("AgentRun"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task AgentRun_keeps_every_word_of_a_recorded_trajectory(string file)
    {
        Assert.SkipWhen(Runs is null, "The recorded trajectories are not beside this checkout.");
        string path = Path.Combine(Runs!, file);
        JsonNode recorded = JsonNode.Parse(await File.ReadAllTextAsync(path, Stop))!;
        JsonArray steps = recorded["trajectory"]!.AsArray();
        string id = Path.GetFileNameWithoutExtension(file);
        (int code, string output, string errors) = await RunAsync("AgentRun", path, $"file:{_directory}/log?durability=written");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains($"actions: {steps.Count}\n", output, StringComparison.Ordinal);

        await using IEventStore store = EventStores.File(_directory + "/log");
        var said = new List<(string Kind, int Turn, string Text)>();
        await foreach (LedgerEntry entry in new Ledger(store).ReadRunAsync(id, Stop))
        {
            if (entry.Event.Kind is not (LedgerKinds.RunStarted or LedgerKinds.RunFinished))
            {
                said.Add((entry.Event.Kind, entry.Event.Turn, entry.Event.Payload.GetProperty("text").GetString()!));
            }
        }

        Assert.Equal(steps.SelectMany((step, turn) => new[]
        {
            (LedgerKinds.AgentThought, turn, (string)step!["thought"]!),
            (LedgerKinds.AgentSpoke, turn, (string)step["action"]!),
            (LedgerKinds.WorldObserved, turn, (string)step["observation"]!),
        }), said);
        AgentTask task = (await store.LoadAsync<AgentTask>("task/" + id, cancellationToken: Stop)).State;
        Assert.Equal(WorkStatus.Completed, task.Status);
        Assert.Equal((string)recorded["info"]!["submission"]!, task.Result!.Value.GetString());
        Assert.Equal((string)recorded["history"]![1]!["content"]!, task.Input!.Value.GetString());
        Agent agent = (await store.LoadAsync<Agent>("agent/" + (string)recorded["environment"]!, cancellationToken: Stop)).State;
        Assert.Equal((string?)recorded["replay_config"]?["agent"]?["model"]?["name"], agent.Model);
    }

    [Theory]
    [InlineData("memory:?chain=true")]
    [InlineData("file:{0}/audit?chain=true")]
    public async Task AuditTrail_finds_what_was_changed(string connectionString)
    {
        const string Expected = """
            audit/2026-03-01/ada: 2 events, last 'pay 10'
            audit/2026-03-01/bob: 1 events, last 'log in'
            anchor over 3 streams
            verified: True
            after a redaction: intact True, redacted 1
            after a forgery: Stream 'audit/2026-03-01/ada', sequence 1: this event is not what was recorded.
            still there: audit/2026-03-02/ada, audit/2026-03-03/bob
            purged 3 events
            streams left: 2

            """;
        Assert.Equal((0, Expected, ""), await RunAsync("AuditTrail", connectionString));
    }

    [Fact]
    public async Task AuditTrail_leaves_what_is_not_its_own()
    {
        string place = $"{_directory}/store";
        await using (IEventStore store = EventStores.File(place))
        {
            _ = await new AgentTask.Recorder(store, "task/old").RecordTaskReceivedAsync(options: new() { Timestamp = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) }, cancellationToken: Stop);
        }

        (int code, string output, _) = await RunAsync("AuditTrail", $"file:{place}?chain=true");
        Assert.Equal(0, code);
        Assert.Contains("purged 3 events\n", output, StringComparison.Ordinal);
        await using IEventStore again = EventStores.File(place);
        Assert.Equal(1, (await again.GetStreamInfoAsync("task/old", Stop))?.Version);
    }

    [Theory]
    [InlineData("memory:")]
    [InlineData("file:{0}/carts")]
    public async Task Cart_is_paid_once(string connectionString)
    {
        const string Expected = """
            ada has 3 lines, 22.95 in all, at version 4
            paid: True, at version 5
            after two events: 19.90
              Lines[1]: (missing) vs Line { Sku = "sku-2", Quantity = 1, UnitPrice = 0.05 }
              Lines[2]: (missing) vs Line { Sku = "sku-3", Quantity = 3, UnitPrice = 1 }
            0 cart.opened: 0
            1 cart.item-added: 19.90
            2 cart.item-added: 19.95
            3 cart.item-added: 22.95
            4 cart.checked-out: 22.95

            """;
        Assert.Equal((0, Expected, ""), await RunAsync("Cart", connectionString));
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string sample, params string[] arguments) =>
        SampleProgram.RunAsync(sample, [.. arguments.Select(argument => argument.Replace("{0}", _directory, StringComparison.Ordinal))]);
}
