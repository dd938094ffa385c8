using System.Text;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

public sealed class RedactionTests
{
    [Fact]
    public async Task Nothing_that_the_redaction_takes_out_reaches_the_store()
    {
        await using IEventStore store = EventStores.Memory();
        ChatMessage[] messages = [new(ChatRole.User, "My number is SECRET.")];
        List<ChatResponseUpdate> answer = [.. Chats.Answer("You said ", "SECRET", "."), new(ChatRole.Assistant, [new ErrorContent("SECRET"), new TextReasoningContent("SECRET?")])];
        RecordedChatOptions options = new() { Redaction = new NoSecrets(), CheckpointInterval = 2, StreamId = (_, _) => "turn", FailureType = _ => FailureType.Model };
        using IChatClient broken = ScriptedClient.ThatThrows(answer, _ => new InvalidDataException("SECRET broke")).Recorded(store, options);
        _ = await broken.AskAsync(messages);
        using IChatClient client = new ScriptedClient(answer).Recorded(store, options);
        (List<string> live, Exception? end) = await client.AskAsync(messages);
        Assert.Null(end);
        Assert.Contains(live, update => update.Contains("SECRET", StringComparison.Ordinal));

        await foreach (Envelope envelope in store.ReadEventsAsync("turn"))
        {
            Assert.DoesNotContain("SECRET", Encoding.Latin1.GetString(envelope.Payload), StringComparison.Ordinal);
        }

        LlmState state = (await store.LoadAsync<LlmState>("turn")).State;
        Assert.Equal(("You said ■.", "You said ■"), (state.Content.ToString(), state.Checkpoint));
        using var replay = new ReplayChatClient(store);
        Assert.Equal("You said ■.", (await replay.GetResponseAsync(messages)).Messages[0].Text);
    }

    [Fact]
    public async Task A_redaction_that_fails_lets_nothing_through()
    {
        await using IEventStore store = EventStores.Memory();
        var client = new RecordedChatClient(new ScriptedClient(Chats.Answer("a", "b")), store, new() { Redaction = new Broken() });
        Assert.Null((await client.AskAsync()).End);
        Assert.Equal(1, client.FailureCount);
        Assert.Equal(["llm.start", "llm.chunk"], await store.TypesAsync(await store.OnlyStreamAsync()));

        using IChatClient failing = new ScriptedClient(Chats.Answer("a", "b")).Recorded(store, new() { Redaction = new Broken(), OnStoreFailure = StoreFailurePolicy.Fail });
        Assert.IsType<NotSupportedException>((await failing.AskAsync()).End);
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

        public override ContentEvent Redact(ContentEvent value) => value with { Content = System.Text.Json.JsonDocument.Parse("""{"$type":"error","message":"■"}""").RootElement };

        public override ErrorEvent Redact(ErrorEvent value) => value with { Error = value.Error with { Message = "■ broke" } };
    }

    private sealed class Broken : ChatRedaction
    {
        public override TokenEvent Redact(TokenEvent value) => throw new NotSupportedException("No.");
    }
}
