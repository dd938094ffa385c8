using System.Text.RegularExpressions;
using Daybook.Llm;
using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.L0;

/// <summary>The code on docs/llm.md and docs/chat.md runs, line by line.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("daybook-llm-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("llm.md", 30)]
    [InlineData("chat.md", 10)]
    public async Task Every_line_of_the_page_is_in_a_test(string page, int least)
    {
        var tested = new HashSet<string>(StringComparer.Ordinal);
        foreach (string project in (string[])["Llm.Tests", "Chat.Tests"])
        {
            string directory = Path.Combine(Repository.Root, "tests", project);
            foreach (string file in Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories) : [])
            {
                tested.UnionWith((await LinesAsync(file)).Select(Uncommented));
            }
        }

        bool isCode = false;
        int count = 0;
        foreach (string line in await LinesAsync(Path.Combine(Repository.Root, "docs", page)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = line == "```csharp";
            }
            else if (isCode && line.Length > 0 && !line.StartsWith("using Daybook", StringComparison.Ordinal))
            {
                count++;
                Assert.Contains(Uncommented(line), tested);
            }
        }

        Assert.True(count > least);
    }

    [Fact]
    public async Task Quick_start()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.File(Local("./events"));
        LlmState.Recorder recorder = l0.Recorder(store, "chat-42");
        await recorder.RecordStartAsync(new() { Model = "gpt-4" });
        await recorder.RecordTokenAsync("Hello", 0);
        await recorder.RecordTokenAsync(" world", 1);
        await recorder.RecordCompleteAsync("Hello world", 2);

        await using ReplayResult replay = await l0.ReplayAsync("chat-42", store, new() { Speed = 1 });
        await foreach (Envelope envelope in replay) { /* replay.State is the state up to and including this envelope */ }

        Assert.True(replay.State.Completed);
    }

    [Fact]
    public async Task Recording()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "chat-42");
        var exception = new TimeoutException("late");

        await recorder.RecordCheckpointAsync(content: "Hello", at: 1);
        await recorder.RecordGuardrailAsync(new() { Passed = true }, checkType: "content");   // or (at, result)
        await recorder.RecordDriftAsync(new() { Detected = false });                          // or (at, result)
        await recorder.RecordRetryAsync(1, "network_error", TimeSpan.FromSeconds(1), countsTowardLimit: false);   // or (reason, attempt, countsTowardLimit)
        await recorder.RecordFallbackAsync(fromIndex: 0, toIndex: 1, reason: "max_retries_exceeded");             // or (to)
        await recorder.RecordErrorAsync(exception, FailureType.Timeout, RecoveryStrategy.Retry, policy: "default"); // or an LlmError
        AppendResult result = await recorder.RecordAsync(new TokenEvent("x", 2));             // any event; result.FirstSequence is the store's
        long next = await recorder.GetVersionAsync();                                         // how many events there are, whoever recorded them

        await using LlmState.Batch batch = recorder.Batch();
        batch.RecordToken("a", 3);
        batch.RecordToken("b", 4);
        await batch.CommitAsync();

        Assert.Equal((6, 7), (result.FirstSequence, next));
        Assert.Equal("xab", (await l0.Replayer(store).ReplayToStateAsync("chat-42")).Content.ToString());
    }

    [Fact]
    public async Task Replaying()
    {
        var l0 = new EventSourcing(new() { TimeProvider = new ManualTimeProvider(Streams.Start) { JumpsToTimers = true } });
        await using IEventStore store = l0.Memory();
        await Streams.RecordAsync(store, "chat-42", SnapshotTests.Tokens(100));

        EventReplayer replayer = l0.Replayer(store);
        LlmState state = await replayer.ReplayToStateAsync("chat-42");                 // from the newest snapshot
        LlmState earlier = await replayer.ReplayToStateAsync("chat-42", at: 50);       // a sequence, that one included, or a time
        await foreach (string token in replayer.ReplayTokensAsync("chat-42", speed: 2)) { Console.Write(token); }

        await using ReplayResult result = await replayer.ReplayAsync("chat-42", new() { From = 5, To = 20, Speed = 10 });
        Console.WriteLine(result.State.Content);                                       // the state at 20, without enumerating
        Assert.Equal(21, result.State.TokenCount);
        result
            .OnToken(token => Console.Write(token))
            .OnViolation(violation => Console.Error.WriteLine(violation.Message))
            .OnRetry((attempt, reason) => Console.Error.WriteLine($"{attempt}: {reason}"))
            .OnEvent(envelope => Console.WriteLine(envelope));
        await result.ToEndAsync();

        Assert.Equal((100, 51, 20), (state.TokenCount, earlier.TokenCount, result.Position));
    }

    [Fact]
    public async Task Adapters()
    {
        var l0 = new EventSourcing();
        l0.RegisterAdapter("redis", config => new RedisEventStore(config));                             // or asynchronous, with a cancellation token
        await using IEventStore redis = await l0.CreateAsync(new("redis") { Connection = "redis://localhost:6379", Prefix = "l0", Ttl = TimeSpan.FromDays(1) });

        var registry = new EventStoreRegistry().AddSqlite();                                            // its schemes become adapters
        await using IEventStore sqlite = await new EventSourcing(registry: registry).CreateAsync(new("sqlite") { Connection = Local("./events.db") });

        Assert.Equal("l0", Assert.IsType<RedisEventStore>(redis).Prefix);
        Assert.True(sqlite.Capabilities.IsDurable);
    }

    private static async Task<IEnumerable<string>> LinesAsync(string path) =>
        (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(line => line.Trim());

    // Files of tests are elsewhere.
    private static string Uncommented(string line) => LocalCall().Replace(line.Split(" //", StringSplitOptions.TrimEntries)[0], "$1");

    [GeneratedRegex("""(?:Local|Stream)\(("[^"]*")\)""")]
    private static partial Regex LocalCall();

    private string Local(string path) => Path.Combine(_directory.FullName, path);

    private sealed class RedisEventStore(StorageAdapterConfig config) : DelegatingEventStore(EventStores.Memory())
    {
        internal string? Prefix { get; } = config.Prefix;
    }
}
