using System.Text;
using System.Text.Json;

namespace Daybook.Tests.EndToEnd;

/// <summary>The sample with a live provider: a server on this machine that keeps what it was asked.</summary>
public sealed class RecordChatEndpointTests : IDisposable
{
    private const string Key = "sk-not-for-the-log-4711";

    private readonly string _store = Directory.CreateTempSubdirectory("daybook-").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task A_prompt_is_sent_with_the_key_and_the_answer_recorded_without_it()
    {
        await using var provider = new ChatServer("Four", ".");
        (int code, string output, string errors) = await RunAsync(
            ["--endpoint", provider.Address, "--model", "m-1", "--key-variable", "MY_KEY", "What is two and two?", "--speed", "1000"], environment: ("MY_KEY", Key));
        Assert.Equal((0, ""), (code, errors));
        ChatServer.Request request = Assert.Single(provider.Requests);
        Assert.Equal(("POST", "Bearer " + Key), (request.Method, request.Authorization));
        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""{"model":"m-1","stream":true,"messages":[{"role":"user","content":"What is two and two?"}]}"""), JsonElement.Parse(request.Body)), request.Body);

        // As it streamed in, and replayed.
        Assert.StartsWith("Four.\nFour.\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        JsonElement summary = RecordChatChecks.Summary(output);
        Assert.Equal(("Four.", true), (summary.GetProperty("content").GetString(), summary.GetProperty("completed").GetBoolean()));
        Assert.True(await IsStoredAsync("What is two and two?"));
        Assert.False(await IsStoredAsync(Key));
    }

    [Fact]
    public async Task A_prompt_comes_from_standard_input_and_the_key_from_where_it_usually_is()
    {
        await using var provider = new ChatServer("Paris");
        Assert.Equal(0, (await RunAsync(["--endpoint", provider.Address, "-"], "The capital of France?", ("OPENAI_API_KEY", Key))).ExitCode);
        Assert.Equal(0, (await RunAsync(["--endpoint", provider.Address], "And of Spain?", ("OPENAI_API_KEY", ""))).ExitCode);
        Assert.Equal(["Bearer " + Key, null], provider.Requests.Select(request => request.Authorization));
        Assert.Equal(
            ["The capital of France?", "And of Spain?"],
            provider.Requests.Select(request => JsonElement.Parse(request.Body).GetProperty("messages")[0].GetProperty("content").GetString()));
        Assert.False(await IsStoredAsync(Key));
    }

    [Fact]
    public async Task A_refusal_is_recorded_as_an_error()
    {
        await using var provider = new ChatServer { Status = 401 };
        (int code, string output, _) = await RunAsync(["--endpoint", provider.Address, "Well?"], environment: ("OPENAI_API_KEY", Key));
        Assert.Equal(0, code);
        JsonElement summary = RecordChatChecks.Summary(output);
        Assert.False(summary.GetProperty("completed").GetBoolean());
        Assert.Contains("401", summary.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.False(await IsStoredAsync(Key));
    }

    [Theory]
    [InlineData("MY_KEY is not set", "--endpoint", "https://provider.example/", "--key-variable", "MY_KEY", "Well?")]
    [InlineData("OPENAI_API_KEY goes to https only", "--endpoint", "http://provider.example/", "Well?")]
    [InlineData("no http address", "--endpoint", "provider.example", "Well?")]
    [InlineData("no http address", "--endpoint", "file:///etc/passwd", "Well?")]
    [InlineData("go with --endpoint", "--model", "m")]
    [InlineData("go with --endpoint", "--key-variable", "MY_KEY")]
    public async Task Bad_calls_say_what_is_wrong_before_anything_is_sent(string expected, params string[] arguments)
    {
        (int code, string output, string errors) = await RunAsync(arguments, environment: [("OPENAI_API_KEY", Key), ("MY_KEY", "")]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_store));
    }

    // In the bytes of the files, and in the text that people read.
    private async Task<bool> IsStoredAsync(string text)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(text);
        bool inFiles = Directory.GetFiles(_store, "*", SearchOption.AllDirectories).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0);
        await using IEventStore store = EventStores.File(_store);
        using var export = new MemoryStream();
        _ = await store.ExportAsync(export, cancellationToken: TestContext.Current.CancellationToken);
        bool inText = Encoding.UTF8.GetString(export.ToArray()).Contains(text, StringComparison.Ordinal);
        Assert.Equal(inFiles, inText);
        return inText;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(IEnumerable<string> arguments, string? input = null, params (string Name, string Value)[] environment)
    {
        string program = Path.Combine(Repository.Root, "samples", "RecordChat", "bin", Repository.Configuration, "net10.0", "RecordChat.dll");
        return Command.RunAsync("dotnet", [program, .. arguments, "--json", "--store", _store], input, environment: environment);
    }
}
