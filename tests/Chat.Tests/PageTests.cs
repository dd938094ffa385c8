using System.Text.RegularExpressions;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>The code on docs/chat.md; the tests of docs/llm.md compare the lines.</summary>
public sealed partial class PageTests
{
    [Fact]
    public async Task Recording_and_replaying()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient inner = new ScriptedClient(Chats.Answer("a"));
        IChatClient recorded = Recorded();
        (List<string> live, _) = await recorded.AskAsync();
        string streamId = await store.OnlyStreamAsync();
        foreach (IChatClient replay in Replays())
        {
            Assert.Equal(live, (await replay.AskAsync()).Updates);
        }

        Assert.Equal(live, (await Cached().AskAsync()).Updates);
        Assert.Equal(streamId, await store.OnlyStreamAsync());

        IChatClient Recorded()
        {
            IChatClient client = inner.Recorded(store);            // with a builder: builder.Use(inner => inner.Recorded(store))
            return client;
        }

        IChatClient Cached()
        {
            IChatClient client = inner.Cached(store);
            return client;
        }

        IChatClient[] Replays()
        {
            IChatClient client = new ReplayChatClient(store);                          // by the request: messages, options, tools
            IChatClient one = new ReplayChatClient(store, Stream("turn-17"));          // everything from one stream
            IChatClient slow = new ReplayChatClient(store, new ReplayChatOptions { Speed = 1 });   // with the recorded timing
            return [client, one, slow];
        }

        string Stream(string name) => name.Length > 0 ? streamId : name;
    }

    [Fact]
    public async Task Attempts_of_one_turn()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient gpt = ScriptedClient.ThatThrows([], _ => new TimeoutException());
        using IChatClient claude = new ScriptedClient(Chats.Answer("a"));
        RecordedChatOptions options = new() { StreamId = (messages, chatOptions) => TurnOf(messages), CheckpointInterval = 256 };
        IChatClient first = gpt.Recorded(store, options);
        IChatClient second = claude.Recorded(store, options with { FallbackIndex = 1 });
        _ = await first.AskAsync();
        _ = await second.AskAsync();
        LlmState state = (await store.LoadAsync<LlmState>("turn")).State;
        Assert.Equal((1, true), (state.FallbackIndex, state.Completed));

        static string TurnOf(IReadOnlyList<ChatMessage> messages) => messages.Count > 0 ? "turn" : "none";
    }

    [Fact]
    public async Task A_conversation_is_found_by_its_correlation_id()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient inner = new ScriptedClient(Chats.Answer("a"));
        IChatClient client = inner.Recorded(store, new() { Metadata = (messages, chatOptions) => new() { CorrelationId = ConversationOf(messages) } });
        _ = await client.AskAsync();
        _ = await client.AskAsync();
        var answers = new List<LlmState>();
        await foreach (Envelope start in store.QueryAsync(EventQuery.All.Of<StartEvent>() with { CorrelationId = "ada-1" }))
        {
            answers.Add((await store.LoadAsync<LlmState>(start.StreamId)).State);
        }

        Assert.Equal(["a", "a"], answers.Select(answer => answer.Content.ToString()));
        Assert.Empty(await store.QueryAsync(EventQuery.All with { CorrelationId = "bob-1" }).ToListAsync());

        static string ConversationOf(IReadOnlyList<ChatMessage> messages) => messages.Count > 0 ? "ada-1" : "bob-1";
    }

    [Fact]
    public async Task Redacting()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient inner = new ScriptedClient(Chats.Answer("call 555 now"));
        IChatClient client = inner.Recorded(store, new() { Redaction = new NoNumbers() });
        _ = await client.AskAsync();
        string streamId = await store.OnlyStreamAsync();
        Assert.Contains("call ### now", (await store.LoadAsync<LlmState>(streamId)).State.Content.ToString(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await store.EventsAsync<StartEvent>(streamId)).Request);
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    sealed class NoNumbers : ChatRedaction
    {
        public override TokenEvent Redact(TokenEvent value) => value with { Value = Digits().Replace(value.Value, "#") };

        public override StartEvent Redact(StartEvent value) => value with { Request = null, Options = value.Options with { Prompt = null } };
    }
}
