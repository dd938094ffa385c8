#pragma warning disable MEAI001 // What is there is recorded, also while its API is experimental.
using System.Text.Json;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Whatever an update holds comes back the same, in chunks of the same extent.</summary>
public sealed class ContentTests
{
    private static readonly AIContent[] Contents =
    [
        new TextContent("plain"),
        new TextContent(""),
        new TextContent("cited") { Annotations = [new CitationAnnotation { Title = "t", Url = new("https://x.example/"), Snippet = "s" }], AdditionalProperties = new() { ["a"] = 1.5 } },
        new TextReasoningContent("why"),
        new TextReasoningContent("") { ProtectedData = "signature" },
        new FunctionCallContent("c1", "search", new Dictionary<string, object?> { ["query"] = "x", ["limit"] = 3, ["nothing"] = null }),
        new FunctionCallContent("c2", "now") { InformationalOnly = true, AdditionalProperties = new() { ["k"] = "v" } },
        new FunctionResultContent("c2", "noon"),
        new UsageContent(new()
        {
            InputTokenCount = 1, OutputTokenCount = 2, TotalTokenCount = 3, CachedInputTokenCount = 4, ReasoningTokenCount = 5, InputAudioTokenCount = 6,
            AdditionalCounts = new() { ["other"] = 7 },
        }) { AdditionalProperties = new() { ["tier"] = "x" } },
        new UsageContent(),
        new ErrorContent("refused") { ErrorCode = "E1", Details = "d" },
        new DataContent(new byte[] { 1, 2, 3 }, "image/png"),
        new UriContent("https://x.example/a.png", "image/png"),
        new AIContent { AdditionalProperties = new() { ["bare"] = true } },
    ];

    /// <summary>An answer of updates of all kinds.</summary>
    internal static List<ChatResponseUpdate> Random(int seed)
    {
        var random = new Random(seed);
        var updates = new List<ChatResponseUpdate>();
        for (int i = 0; i < 40; i++)
        {
            var update = new ChatResponseUpdate
            {
                Role = Maybe<ChatRole?>(ChatRole.Assistant, ChatRole.Tool),
                AuthorName = Maybe("a", "b"),
                ResponseId = Maybe("r1", "r2"),
                MessageId = Maybe("m1", "m2"),
                ConversationId = Maybe("c1"),
                ModelId = Maybe("x"),
                CreatedAt = Maybe<DateTimeOffset?>(DateTimeOffset.UnixEpoch, new DateTimeOffset(1970, 1, 1, 2, 0, 0, TimeSpan.FromHours(2))),
                FinishReason = random.Next(8) == 0 ? new ChatFinishReason("odd") : null,
                AdditionalProperties = random.Next(8) == 0 ? new() { ["p"] = i, ["o"] = JsonDocument.Parse("""{"x":[1,null]}""").RootElement } : null,
                ContinuationToken = random.Next(8) == 0 && i < 39 ? ResponseContinuationToken.FromBytes(new byte[] { 1, (byte)i }) : null,
            };
            for (int j = random.Next(4); j > 0; j--)
            {
                update.Contents.Add(Contents[random.Next(Contents.Length)]);
            }

            updates.Add(update);
        }

        return updates;

        T? Maybe<T>(params T[] values) => random.Next(3) == 0 ? default : values[random.Next(values.Length)];
    }

    [Fact]
    public async Task Updates_of_all_kinds_come_back_the_same()
    {
        foreach (int seed in FuzzSeeds.Of(60))
        {
            List<ChatResponseUpdate> updates = Random(seed);
            await using IEventStore store = EventStores.Memory();
            using IChatClient client = new ScriptedClient(updates).Recorded(store, new() { OnStoreFailure = StoreFailurePolicy.Fail });
            (List<string> live, Exception? end) = await client.AskAsync();
            Assert.True(end is null, $"Seed {seed}: {end}");
            using var replay = new ReplayChatClient(store);
            (List<string> replayed, end) = await replay.AskAsync();
            Assert.True(end is null, $"Seed {seed}: {end}");
            Assert.True(live.SequenceEqual(replayed), $"Seed {seed}");
        }
    }

    [Fact]
    public async Task A_response_in_one_piece_is_recorded_and_replayed()
    {
        await using IEventStore store = EventStores.Memory();
        List<ChatResponseUpdate> answer = [.. Chats.Answer("one", " two"), new(null, [new FunctionCallContent("c", "f")]) { ResponseId = "r1", MessageId = "m1" }];
        using IChatClient client = new ScriptedClient(answer).Recorded(store);
        ChatResponse response = await client.GetResponseAsync(Chats.Question);
        using var replay = new ReplayChatClient(store);
        Assert.Equal(Chats.Json(response), Chats.Json(await replay.GetResponseAsync(Chats.Question)));
        LlmState state = (await store.LoadAsync<LlmState>(await store.OnlyStreamAsync())).State;
        Assert.Equal(("one two", "stop", true, 1), (state.Content.ToString(), state.FinishReason, state.Completed, state.ToolCalls.Count));
    }

    [Fact]
    public async Task What_a_caller_does_with_an_update_does_not_show()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(Chats.Answer("one", "two")).Recorded(store);
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question))
        {
            update.Contents.Clear();
        }

        Assert.Equal("onetwo", (await store.LoadAsync<LlmState>(await store.OnlyStreamAsync())).State.Content.ToString());
    }

    [Fact]
    public async Task A_content_that_has_no_JSON_form_is_a_failure_to_record()
    {
        await using IEventStore store = EventStores.Memory();
        List<ChatResponseUpdate> answer = [.. Chats.Answer("one")[..2], new(ChatRole.Assistant, [new OwnContent()]), .. Chats.Answer("two")];
        var client = new RecordedChatClient(new ScriptedClient(answer), store);
        int count = 0;
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question))
        {
            count++;
        }

        Assert.Equal(answer.Count, count);
        Assert.Equal(1, client.FailureCount);
        Assert.Equal(["llm.start", "llm.chunk", "llm.token", "llm.chunk"], await store.TypesAsync(await store.OnlyStreamAsync()));
    }

    [Fact]
    public async Task Checkpoints_hold_the_answer_so_far()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(Chats.Answer("a", "b", "c", "d", "e")).Recorded(store, new() { CheckpointInterval = 2 });
        (List<string> live, _) = await client.AskAsync();
        string streamId = await store.OnlyStreamAsync();
        Assert.Equal([new(2, "ab"), new(4, "abcd")], await store.EventsAsync<CheckpointEvent>(streamId));
        Assert.Equal("abcd", (await store.LoadAsync<LlmState>(streamId)).State.Checkpoint);
        using var replay = new ReplayChatClient(store);
        Assert.Equal(live, (await replay.AskAsync()).Updates);
    }

    [Fact]
    public async Task One_client_serves_many_callers_at_once()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(Chats.Answer([.. Enumerable.Range(0, 50).Select(i => $" {i}")])).Recorded(store, new() { OnStoreFailure = StoreFailurePolicy.Fail });
        string expected = string.Concat(Enumerable.Range(0, 50).Select(i => $" {i}"));
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            ChatMessage[] messages = [new(ChatRole.User, $"caller {caller}")];
            Assert.Null((await client.AskAsync(messages)).End);
        })));
        using var replay = new ReplayChatClient(store);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            ChatResponse response = await replay.GetResponseAsync([new(ChatRole.User, $"caller {caller}")]);
            Assert.Equal(expected, response.Text);
        })));
        Assert.Equal(64, (await store.ListStreamsAsync()).Streams.Length);
    }

    private sealed class OwnContent : AIContent;
}
