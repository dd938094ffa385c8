using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Answers from recordings: as a test double, with timing, as a cache.</summary>
public sealed class ReplayTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly IEventStore _store = EventStores.Memory();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(0, 0)]
    public async Task Chunks_come_at_their_recorded_times(double speed, int divisor)
    {
        // Recorded with a microsecond, replayed to the timers' millisecond, without adding up errors.
        TimeSpan step = TimeSpan.FromMicroseconds(100_001);
        var recordingClock = new ManualTimeProvider(Noon);
        List<ChatResponseUpdate> answer = Chats.Answer([.. Enumerable.Range(0, 200).Select(i => $" {i}")]);
        using IChatClient client = new ScriptedClient(_ => PaceAsync(answer, () => recordingClock.Advance(step))).Recorded(_store, new() { Recorder = new() { TimeProvider = recordingClock } });
        _ = await client.AskAsync();

        var clock = new ManualTimeProvider(Noon) { JumpsToTimers = true };
        using var replay = new ReplayChatClient(_store, new ReplayChatOptions { Speed = speed, TimeProvider = clock });
        int count = 0;
        await foreach (ChatResponseUpdate update in replay.GetStreamingResponseAsync(Chats.Question))
        {
            count++;
            TimeSpan due = divisor == 0 ? TimeSpan.Zero : count * step / divisor;
            Assert.InRange(clock.GetUtcNow() - Noon, due, due + TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(answer.Count, count);
        var times = new List<DateTimeOffset>();
        await foreach (Envelope envelope in _store.ReadEventsAsync(await _store.OnlyStreamAsync()))
        {
            times.Add(envelope.Timestamp);
        }

        Assert.Equal(Noon + (answer.Count * step), times[^1]);
        Assert.Equal(Noon + step, times[1]);
    }

    [Fact]
    public async Task A_missing_recording_says_what_was_asked_for_and_what_is_near()
    {
        using var replay = new ReplayChatClient(_store);
        var nothing = Assert.IsType<RecordingNotFoundException>((await replay.AskAsync()).End);
        Assert.Empty(nothing.Nearest);
        Assert.Contains("no recordings at all", nothing.Message, StringComparison.Ordinal);

        using IChatClient client = new ScriptedClient(Chats.Answer("a")) { Model = "model-1" }.Recorded(_store, new() { StreamId = (messages, _) => messages[0].Text[..5] });
        foreach (string prompt in (string[])["How is the weather in Rome?", "Order a pizza", "Who wrote Faust?"])
        {
            _ = await client.AskAsync([new(ChatRole.User, prompt)]);
        }

        ChatMessage[] asked = [new(ChatRole.User, "How is the weather in Oslo?")];
        var missing = Assert.IsType<RecordingNotFoundException>((await replay.AskAsync(asked, new() { ModelId = "x" })).End);
        Assert.Equal("How i", missing.Nearest[0].StreamId);
        Assert.Equal(ChatRequestHash.Compute(asked, new() { ModelId = "x" }), missing.RequestHash);
        Assert.Contains(missing.RequestHash, missing.Message, StringComparison.Ordinal);
        Assert.Contains("How is the weather in Rome?", missing.Message, StringComparison.Ordinal);
        Assert.Contains("How is the weather in Oslo?", missing.Message, StringComparison.Ordinal);
        using var other = new ReplayChatClient(_store, "nowhere");
        Assert.Equal("nowhere", Assert.IsType<RecordingNotFoundException>((await other.AskAsync()).End).StreamId);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task What_is_near_is_looked_for_among_the_newest(string kind)
    {
        using var stores = new Stores();
        await using IEventStore store = stores.Open(kind);
        var recorder = new LlmState.Recorder(store, "s");
        await using LlmState.Batch batch = recorder.Batch();
        batch.Record(new StartEvent(new() { Prompt = "What is an event?", Model = "oldest" }));
        for (int i = 0; i < 1000; i++)
        {
            batch.Record(new StartEvent(new() { Prompt = i == 0 ? "What is a state?" : $"{i}", Model = $"{i}" }));
        }

        _ = await batch.CommitAsync();
        var missing = Assert.IsType<RecordingNotFoundException>((await new ReplayChatClient(store).AskAsync()).End);
        Assert.Equal(["0", "999"], missing.Nearest.Take(2).Select(recording => recording.Model));
    }

    [Fact]
    public async Task An_unfinished_recording_fails_after_its_chunks()
    {
        var recorder = new LlmState.Recorder(_store, "s");
        _ = await recorder.RecordAsync(new StartEvent(new(), RequestHash: ChatRequestHash.Compute(Chats.Question)));
        _ = await recorder.RecordAsync(new TokenEvent("half", 0));
        using var replay = new ReplayChatClient(_store);
        (List<string> updates, Exception? end) = await replay.AskAsync();
        Assert.Single(updates);
        Assert.Equal("s", Assert.IsType<RecordingIncompleteException>(end).StreamId);
    }

    [Fact]
    public async Task A_continuation_is_answered_from_its_checkpoint()
    {
        var recorder = new LlmState.Recorder(_store, "s");
        _ = await recorder.RecordAsync(new StartEvent(new()));
        _ = await recorder.RecordAsync(new TokenEvent("one", 0));
        _ = await recorder.RecordAsync(new TokenEvent("bad", 1));
        _ = await recorder.RecordAsync(new RetryEvent(1, "bad"));
        _ = await recorder.RecordAsync(new ContinuationEvent("one", 1));
        _ = await recorder.RecordAsync(new TokenEvent(" two", 1));
        _ = await recorder.RecordAsync(new CompleteEvent());
        using var replay = new ReplayChatClient(_store, "s");
        ChatResponse response = await replay.GetResponseAsync([]);
        Assert.Equal((await _store.LoadAsync<LlmState>("s")).State.Content.ToString(), response.Text);
        Assert.Equal("one two", response.Text);
    }

    [Fact]
    public async Task A_cache_asks_once_and_never_keeps_an_error()
    {
        var broken = ScriptedClient.ThatThrows(Chats.Answer("x")[..2], _ => new TimeoutException());
        using (IChatClient cached = broken.Cached(_store))
        {
            _ = await cached.AskAsync();
            Assert.IsType<TimeoutException>((await cached.AskAsync()).End);
            Assert.Equal(2, broken.Calls);
        }

        var inner = new ScriptedClient(Chats.Answer("one", "two")) { Model = "a" };
        using IChatClient client = inner.Cached(_store);
        (List<string> first, _) = await client.AskAsync();
        (List<string> second, _) = await client.AskAsync();
        Assert.Equal(first, second);
        Assert.Equal("onetwo", (await client.GetResponseAsync(Chats.Question)).Text);
        Assert.Equal(1, inner.Calls);
        _ = await client.AskAsync(options: new() { Temperature = 1 });
        Assert.Equal(2, inner.Calls);

        // Another model in the same store has answers of its own.
        var other = new ScriptedClient(Chats.Answer("three")) { Model = "b" };
        using IChatClient otherClient = other.Cached(_store);
        Assert.Equal("three", (await otherClient.GetResponseAsync(Chats.Question)).Text);
        using var replay = new ReplayChatClient(_store, new ReplayChatOptions { Model = "a" });
        Assert.Equal("onetwo", (await replay.GetResponseAsync(Chats.Question)).Text);
    }

    [Fact]
    public void The_hash_is_the_same_everywhere_and_for_ever()
    {
        // By another program: sha256sum of "daybook-chat-request/1\n" and {"messages":[{"contents":[{"$type":"text","text":"Be brief."}],"role":"system"},…]}.
        string hash = ChatRequestHash.Compute(Chats.Question);
        Assert.Equal("1f2eac2dc80992dbd00d7b81e5115c49fccd5b20459bf516bc0cdb63c8fe5710", hash);
        Assert.Equal(hash, ChatRequestHash.Compute(Chats.Question, new()));
        Assert.Equal(hash, ChatRequestHash.Compute(Chats.Question.Select(message => new ChatMessage(message.Role, message.Text) { MessageId = "other", CreatedAt = DateTimeOffset.UtcNow })));
        var ordered = new ChatOptions { AdditionalProperties = new() { ["a"] = 1, ["b"] = 2 } };
        Assert.Equal(ChatRequestHash.Compute(Chats.Question, ordered), ChatRequestHash.Compute(Chats.Question, new() { AdditionalProperties = new() { ["b"] = 2, ["a"] = 1 } }));
        ChatOptions[] different =
        [
            new() { Temperature = 0.7f }, new() { ModelId = "x" }, new() { Instructions = "x" }, new() { Tools = [new HostedWebSearchTool()] }, ordered,
            new() { Tools = [new HostedMcpServerTool("s", "https://s.example")] }, new() { Tools = [new HostedMcpServerTool("s", "https://s.example") { AllowedTools = [] }] },
            new() { Tools = [new HostedMcpServerTool("s", "https://s.example") { AllowedTools = ["t"] }] },
            new() { Tools = [new HostedMcpServerTool("s", "https://s.example") { ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire }] },
            new() { Tools = [new HostedMcpServerTool("s", "https://s.example") { ApprovalMode = HostedMcpServerToolApprovalMode.RequireSpecific(["t"], null) }] },
            new() { Tools = [new HostedMcpServerTool("s", "https://s.example") { ApprovalMode = HostedMcpServerToolApprovalMode.RequireSpecific(null, ["t"]) }] },
            new() { Tools = [new HostedMcpServerTool("s", "https://s.example") { ServerDescription = "d" }] },
            new() { Tools = [new HostedFileSearchTool()] }, new() { Tools = [new HostedFileSearchTool { MaximumResultCount = 3 }] },
            new() { Tools = [AIFunctionFactory.Create(() => 1, "one")] }, new() { Tools = [AIFunctionFactory.Create((int x) => x, "one")] },
        ];
        Assert.Equal(different.Length + 1, different.Select(options => ChatRequestHash.Compute(Chats.Question, options)).Append(hash).Distinct().Count());
        Assert.NotEqual(hash, ChatRequestHash.Compute(Chats.Question.Reverse()));
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> PaceAsync(List<ChatResponseUpdate> answer, Action pass)
    {
        foreach (ChatResponseUpdate update in answer)
        {
            await Task.Yield();
            pass();
            yield return update;
        }
    }
}
