using System.Text;
using System.Text.Json;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

public sealed class RedactionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_that_the_redaction_takes_out_reaches_the_store(bool streaming)
    {
        await using IEventStore store = EventStores.Memory();
        ChatMessage[] messages = [new(ChatRole.User, "My number is SECRET.")];
        List<ChatResponseUpdate> answer = [.. Chats.Answer("You said ", "SECRET", "."), new(ChatRole.Assistant, [new ErrorContent("SECRET"), new TextReasoningContent("SECRET?")])];
        RecordedChatOptions options = new() { Redaction = new NoSecrets(), CheckpointInterval = 2, StreamId = (_, _) => "turn", FailureType = _ => FailureType.Model };
        using IChatClient broken = ScriptedClient.ThatThrows(answer, _ => new InvalidDataException("SECRET broke")).Recorded(store, options);
        _ = await broken.AskAsync(streaming, messages);
        using IChatClient client = new ScriptedClient(answer).Recorded(store, options);
        (List<string> live, Exception? end) = await client.AskAsync(streaming, messages);
        Assert.Null(end);
        Assert.Contains(live, update => update.Contains("SECRET", StringComparison.Ordinal));

        await foreach (Envelope envelope in store.ReadEventsAsync("turn"))
        {
            Assert.DoesNotContain("SECRET", Encoding.Latin1.GetString(envelope.Payload), StringComparison.Ordinal);
        }

        LlmState state = (await store.LoadAsync<LlmState>("turn")).State;
        Assert.Equal(("You said ■.", streaming ? "You said ■" : ""), (state.Content.ToString(), state.Checkpoint));
        using var replay = new ReplayChatClient(store);
        Assert.Equal("You said ■.", (await replay.GetResponseAsync(messages)).Messages[0].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_event_is_seen_before_it_is_stored(bool streaming)
    {
        await using IEventStore store = EventStores.Memory();
        List<ChatResponseUpdate> answer = [.. Chats.Answer("one", "two", "three"), new(ChatRole.Assistant, [new FunctionCallContent("c", "f"), new DataContent(new byte[] { 1 }, "image/png")])];
        var watching = new Watching();
        RecordedChatOptions options = new() { Redaction = watching, CheckpointInterval = 1, StreamId = (_, _) => "turn", OnStoreFailure = StoreFailurePolicy.Fail };
        for (int attempt = 0; attempt < 2; attempt++)
        {
            using IChatClient broken = ScriptedClient.ThatThrows(answer, _ => new TimeoutException("late")).Recorded(store, options);
            Assert.IsType<TimeoutException>((await broken.AskAsync(streaming)).End);
        }

        using IChatClient client = new ScriptedClient(answer).Recorded(store, options with { FallbackIndex = 1 });
        Assert.Null((await client.AskAsync(streaming)).End);

        var stored = new List<string>();
        await foreach (Envelope envelope in store.ReadEventsAsync("turn"))
        {
            stored.Add(envelope.ToJson().ToString());
        }

        Assert.Equal(watching.Seen.Select(seen => seen.Type), await store.TypesAsync("turn"));
        Assert.All(watching.Seen.Zip(stored), pair => Assert.Contains(pair.First.Mark, pair.Second, StringComparison.Ordinal));
        int kinds = typeof(ChatRedaction).GetMethods().Count(method => method.Name == nameof(ChatRedaction.Redact));
        Assert.Equal(11, kinds);
        Assert.Equal(kinds, watching.Seen.Select(seen => seen.Type).Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_redaction_that_fails_lets_nothing_through(bool streaming)
    {
        await using IEventStore store = EventStores.Memory();
        var client = new RecordedChatClient(new ScriptedClient(Chats.Answer("a", "b")), store, new() { Redaction = new Broken() });
        Assert.Null((await client.AskAsync(streaming)).End);
        Assert.Equal(1, client.FailureCount);
        Assert.Equal(["llm.start", "llm.chunk"], await store.TypesAsync(await store.OnlyStreamAsync()));

        using IChatClient failing = new ScriptedClient(Chats.Answer("a", "b")).Recorded(store, new() { Redaction = new Broken(), OnStoreFailure = StoreFailurePolicy.Fail });
        Assert.IsType<NotSupportedException>((await failing.AskAsync(streaming)).End);
    }

    [Fact]
    public async Task A_request_is_left_out_where_that_is_asked_for()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(Chats.Answer("a")).Recorded(store, new() { KeepRequest = false });
        _ = await client.AskAsync();
        StartEvent start = Assert.Single(await store.EventsAsync<StartEvent>(await store.OnlyStreamAsync()));
        Assert.Null(start.Request);
        Assert.Null(start.Options.Prompt);
        Assert.Equal(ChatRequestHash.Compute(Chats.Question), start.RequestHash);
        using var replay = new ReplayChatClient(store);
        Assert.Null((await replay.AskAsync()).End);
    }

    private sealed class NoSecrets : ChatRedaction
    {
        public override StartEvent Redact(StartEvent value) => value with { Options = value.Options with { Prompt = null }, Request = null };

        public override TokenEvent Redact(TokenEvent value) => value with { Value = value.Value.Replace("SECRET", "■", StringComparison.Ordinal) };

        public override ContentEvent Redact(ContentEvent value) => value with { Content = JsonDocument.Parse("""{"$type":"error","message":"■"}""").RootElement };

        public override ErrorEvent Redact(ErrorEvent value) => value with { Error = value.Error with { Message = "■ broke" } };
    }

    /// <summary>Marks every event with a number of its own, and says what it saw.</summary>
    private sealed class Watching : ChatRedaction
    {
        internal List<(string Type, string Mark)> Seen { get; } = [];

        public override StartEvent Redact(StartEvent value) => value with { RequestHash = Saw("llm.start") };

        public override ChunkEvent Redact(ChunkEvent value) => value with { AuthorName = Saw("llm.chunk") };

        public override TokenEvent Redact(TokenEvent value) => value with { Value = Saw("llm.token") };

        public override ToolCallEvent Redact(ToolCallEvent value) => value with { Call = value.Call with { Name = Saw("llm.tool-call") } };

        public override UsageEvent Redact(UsageEvent value) => value with { Details = JsonElement.Parse($"\"{Saw("llm.usage")}\"") };

        public override ContentEvent Redact(ContentEvent value) => value with { Content = JsonElement.Parse($"\"{Saw("llm.content")}\"") };

        public override CheckpointEvent Redact(CheckpointEvent value) => value with { Content = Saw("llm.checkpoint") };

        public override RetryEvent Redact(RetryEvent value) => value with { Reason = Saw("llm.retry") };

        public override FallbackEvent Redact(FallbackEvent value) => value with { Reason = Saw("llm.fallback") };

        public override CompleteEvent Redact(CompleteEvent value) => value with { FinishReason = Saw("llm.complete") };

        public override ErrorEvent Redact(ErrorEvent value) => value with { Error = value.Error with { Message = Saw("llm.error") } };

        private string Saw(string type)
        {
            Seen.Add((type, $"seen-{Seen.Count}."));
            return Seen[^1].Mark;
        }
    }

    private sealed class Broken : ChatRedaction
    {
        public override TokenEvent Redact(TokenEvent value) => throw new NotSupportedException("No.");
    }
}
