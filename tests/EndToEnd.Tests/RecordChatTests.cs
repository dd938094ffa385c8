using System.Text.Json;
using Daybook.Schema;

namespace Daybook.Tests.EndToEnd;

public sealed class RecordChatTests : IDisposable
{
    private const string NoData = "The recorded streams are not beside this checkout.";

    private readonly string _store = Directory.CreateTempSubdirectory("daybook-").FullName;

    public static TheoryData<string> Files =>
        [.. Repository.LlmStreams is { } folder ? Directory.GetFiles(folder, "*.sse").Select(file => Path.GetFileName(file)) : (IEnumerable<string>)["none"]];

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_recorded_stream_replays_token_by_token(string file)
    {
        Assert.SkipWhen(Repository.LlmStreams is null, NoData);
        string path = Path.Combine(Repository.LlmStreams!, file);
        RecordedStream expected = RecordedStream.Read(path);
        Assert.NotEmpty(expected.Reasoning.Concat(expected.Text));

        (int code, string output, string errors) = await RunAsync([path, "--store", _store, "--stream", file, "--json"]);
        Assert.Equal((0, ""), (code, errors));
        JsonElement summary = RecordChatChecks.Summary(output);
        RecordChatChecks.AgreesWith(expected, summary);
        Assert.StartsWith(string.Concat(expected.Text), output, StringComparison.Ordinal);

        // Token by token, by the schemas that stand in the store, without any record of the sample.
        var text = new List<string>();
        var reasoning = new List<string>();
        var types = new List<string>();
        await using IEventStore store = EventStores.File(_store);
        await foreach (Envelope envelope in store.ReadEventsAsync(file))
        {
            types.Add(envelope.EventType.Name);
            if (envelope.EventType.Name == "llm.token")
            {
                JsonElement token = JsonDocument.Parse(PayloadJson.ToJson(envelope.Schema, envelope.Payload)).RootElement;
                (token.GetProperty("Kind").GetString() == "Text" ? text : reasoning).Add(token.GetProperty("Value").GetString()!);
            }
        }

        Assert.Equal(expected.Text, text);
        Assert.Equal(expected.Reasoning, reasoning);
        Assert.Equal("llm.start", types[0]);
        Assert.Equal(expected.Error is null ? "llm.complete" : "llm.error", types[^1]);
        Assert.Equal(text.Count / 64, types.Count(type => type == "llm.checkpoint"));
        Assert.Equal(types.Count, summary.GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task Without_arguments_it_records_a_response_of_its_own()
    {
        (int code, string output, string errors) = await RunAsync(["--json", "--store", _store]);
        Assert.Equal((0, ""), (code, errors));
        JsonElement summary = RecordChatChecks.Summary(output);
        Assert.Equal("Every event is a fact. Replaying them tells the same story, every time.", summary.GetProperty("content").GetString());
        Assert.True(summary.GetProperty("completed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task It_reads_standard_input_and_replays_at_a_speed()
    {
        const string Input = """
            data: {"choices":[{"index":0,"delta":{"content":"half \ud83d"}}]}

            data: {"choices":[{"index":0,"delta":{"content":"\ude00 pair"},"finish_reason":"stop"}]}

            """;
        (int code, string output, _) = await RunAsync(["-", "--speed", "1000", "--json", "--store", _store], Input);
        Assert.Equal(0, code);
        Assert.Equal("half 😀 pair", RecordChatChecks.Summary(output).GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_stream_that_breaks_off_ends_in_an_error_event()
    {
        (int code, string output, _) = await RunAsync(["-", "--json", "--store", _store], "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n");
        Assert.Equal(0, code);
        JsonElement summary = RecordChatChecks.Summary(output);
        Assert.False(summary.GetProperty("completed").GetBoolean());
        Assert.Equal("The stream ended before the response was complete.", summary.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(2, "--speed", "fast")]
    [InlineData(2, "--what")]
    [InlineData(2, "a", "b")]
    [InlineData(2, "--store")]
    [InlineData(1, "/nobody/knows/this.sse")]
    [InlineData(1, "-")]
    [InlineData(1, "--stream", "$mine")]
    public async Task Bad_calls_say_what_is_wrong(int expectedCode, params string[] arguments)
    {
        (int code, _, string errors) = await RunAsync(arguments.Contains("--store") ? arguments : [.. arguments, "--store", _store], "no stream at all");
        Assert.Equal(expectedCode, code);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_answer_takes_no_other_one()
    {
        Assert.Equal(0, (await RunAsync(["--store", _store, "--stream", "a"])).ExitCode);
        (int code, _, string errors) = await RunAsync(["--store", _store, "--stream", "a"]);
        Assert.Equal(1, code);
        Assert.Contains("holds a complete answer", errors, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(IEnumerable<string> arguments, string? input = null)
    {
        string program = Path.Combine(Repository.Root, "samples", "RecordChat", "bin", Repository.Configuration, "net10.0", "RecordChat.dll");
        return Command.RunAsync("dotnet", [program, .. arguments], input);
    }
}
