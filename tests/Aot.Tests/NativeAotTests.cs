using System.Runtime.InteropServices;
using System.Text.Json;

namespace Daybook.Tests.Aot;

/// <summary>Publishes the samples, and the program that checks every type, with Native AOT and runs them.</summary>
public sealed class NativeAotTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-aot-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_recording_sample_gives_the_same_output_as_under_the_runtime()
    {
        string program = await PublishAsync("RecordChat");
        string jit = Path.Combine(Repository.Root, "samples", "RecordChat", "bin", Repository.Configuration, "net10.0", "RecordChat.dll");
        string[] own = [""];
        IEnumerable<string> files = Repository.LlmStreams is { } folder ? Directory.GetFiles(folder, "*.sse") : [];
        int number = 0;
        foreach (string file in own.Concat(files))
        {
            string[] input = file.Length == 0 ? [] : [file];
            string[] rest = ["--stream", "s", "--json", "--store"];
            var native = await Command.RunAsync(program, [.. input, .. rest, Path.Combine(_directory, $"native-{++number}")]);
            var managed = await Command.RunAsync("dotnet", [jit, .. input, .. rest, Path.Combine(_directory, $"managed-{number}")]);
            Assert.Equal((0, ""), (native.ExitCode, native.Errors));
            JsonElement left = RecordChatChecks.Summary(native.Output);
            JsonElement right = RecordChatChecks.Summary(managed.Output);
            foreach (string name in (string[])["streamId", "events", "tokens", "content", "completed", "error"])
            {
                Assert.Equal(right.GetProperty(name).GetRawText(), left.GetProperty(name).GetRawText());
            }

            if (file.Length > 0)
            {
                RecordChatChecks.AgreesWith(RecordedStream.Read(file), left);
            }
        }
    }

    [Fact]
    public async Task A_memory_store_program_is_small()
    {
        string program = await PublishAsync("MemoryStore");
        var run = await Command.RunAsync(program, []);
        Assert.Equal((0, "55 after 10 events\n"), (run.ExitCode, run.Output));
        Assert.InRange(new FileInfo(program).Length, 1, 4_000_000);
    }

    [Fact]
    public async Task An_SQLite_store_works()
    {
        string program = await PublishAsync("Sqlite.Aot", "tests");
        var run = await Command.RunAsync(program, [Path.Combine(_directory, "store.db")]);
        Assert.Equal((0, "version 10, 8 events, 7 counted, 1 stream, chained: True\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Language_models_and_agents_are_recorded_and_replayed()
    {
        string program = await PublishAsync("Llm.Aot", "tests");
        var run = await Command.RunAsync(program, []);
        const string Expected = """
            script: 4 chunks, same: True, "It is that.", 1 call, 5 used, completed: True
            sse: 3 chunks, same: True, "half 😀", 0 call, 3 used, completed: True
            cached: True
            hosted tools: True
            missing: 2 near
            redacted: "***********", checkpoint "***********"
            store fails: "It is that.", 1 failure, then IOException
            empty: "", ZeroOutput, completed: False, replayed: ""
            refused: "", ErrorContent, completed: False, replayed: ""
            throws: TimeoutException, TimeoutException, completed: False, replayed: LlmErrorException
            replayed: "Hello ", m
            metadata: 7 events, 2 tokens, completed: True
            content: 'Hello world...' vs 'Hello there...'
            adapters: memory file sqlite own
            snapshot: True, the same: True
            handlers: bad, rule, 1 rude, good; "good", 6 events in both
            task: True, a, snapshot at 1
            not published: gone
            publisher: True, 1 failed
            run: 1 of m-1, 1 note

            """;
        Assert.Equal((0, Expected, ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Every_type_survives()
    {
        string program = await PublishAsync("Types.Aot", "tests");
        var run = await Command.RunAsync(program, []);
        Assert.Equal("", run.Errors);
        Assert.Matches("^[1-9][0-9]* types, 0 failed\n$", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    private async Task<string> PublishAsync(string sample, string folder = "samples")
    {
        Assert.SkipUnless(await Linker.ExistsAsync(), Linker.Missing);
        string output = Path.Combine(_directory, sample);
        var publish = await Command.RunAsync(
            "dotnet",
            [
                "publish", Path.Combine(folder, sample), "-c", "Release", "-f", "net9.0", "-r", RuntimeInformation.RuntimeIdentifier.Contains("arm64", StringComparison.Ordinal) ? "linux-arm64" : "linux-x64",
                "--artifacts-path", Path.Combine(_directory, "artifacts"), "-o", output, "-tl:off", "-nodeReuse:false",
            ]);
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(output, sample);
    }
}
