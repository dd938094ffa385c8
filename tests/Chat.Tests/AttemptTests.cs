using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Several attempts at one answer in one stream.</summary>
public sealed class AttemptTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();
    private readonly RecordedChatOptions _options = new() { StreamId = (messages, _) => $"turn-{messages.Count}", OnStoreFailure = StoreFailurePolicy.Fail };

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Another_attempt_is_a_retry_and_replays_alone()
    {
        List<ChatResponseUpdate> answer = Chats.Answer("yes", "indeed");
        using IChatClient broken = ScriptedClient.ThatThrows(Chats.Answer("no")[..2], _ => new HttpRequestException("lost")).Recorded(_store, _options);
        using IChatClient bad = ScriptedClient.ThatThrows(Chats.Answer("never")[..2], _ => new InvalidDataException("nonsense")).Recorded(_store, _options);
        using IChatClient good = new ScriptedClient(answer).Recorded(_store, _options);
        Assert.IsType<HttpRequestException>((await broken.AskAsync()).End);
        Assert.IsType<InvalidDataException>((await bad.AskAsync()).End);
        Assert.Null((await good.AskAsync()).End);

        Assert.Equal(
            [
                "llm.start", "llm.chunk", "llm.token", "llm.error", "llm.retry", "llm.start", "llm.chunk", "llm.token", "llm.error",
                "llm.retry", "llm.start", "llm.chunk", "llm.token", "llm.token", "llm.chunk", "llm.usage", "llm.complete",
            ],
            await _store.TypesAsync("turn-2"));
        Assert.Equal([new(1, "lost", CountsTowardLimit: false), new(2, "nonsense")], await _store.EventsAsync<RetryEvent>("turn-2"));
        LlmState state = (await _store.LoadAsync<LlmState>("turn-2")).State;
        Assert.Equal(("yesindeed", 1, 1, true), (state.Content.ToString(), state.RetryAttempts, state.NetworkRetryCount, state.Completed));
        using var replay = new ReplayChatClient(_store);
        (List<string> replayed, Exception? end) = await replay.AskAsync();
        Assert.Null(end);
        Assert.Equal(answer.Select(Chats.Json), replayed);
    }

    [Fact]
    public async Task Another_model_is_a_fallback()
    {
        using IChatClient first = ScriptedClient.ThatThrows([], _ => new TimeoutException("slow")).Recorded(_store, _options);
        using IChatClient second = new ScriptedClient(Chats.Answer("yes")).Recorded(_store, _options with { FallbackIndex = 1 });
        _ = await first.AskAsync();
        _ = await second.AskAsync();
        FallbackEvent fallback = Assert.Single(await _store.EventsAsync<FallbackEvent>("turn-2"));
        Assert.Equal((1, 0, "slow"), (fallback.To, fallback.From, fallback.Reason));
        LlmState state = (await _store.LoadAsync<LlmState>("turn-2")).State;
        Assert.Equal((1, "yes", true), (state.FallbackIndex, state.Content.ToString(), state.Completed));
    }

    [Fact]
    public async Task Every_prefix_of_attempts_that_break_off_anywhere_folds_to_what_was_there_live()
    {
        foreach (int seed in FuzzSeeds.Of(30))
        {
            var random = new Random(seed);
            await using IEventStore store = EventStores.Memory();
            var attempts = new List<(int Model, List<ChatResponseUpdate> Said)>();
            int breaks = random.Next(5);
            for (int i = 0; i <= breaks; i++)
            {
                List<ChatResponseUpdate> answer = ContentTests.Random(random.Next());
                int model = random.Next(2);
                int said = i == breaks ? answer.Count : random.Next(answer.Count);
                attempts.Add((model, answer[..said]));
                IChatClient inner = i == breaks ? new ScriptedClient(answer) : ScriptedClient.ThatThrows(answer[..said], _ => new TimeoutException($"{i}"));
                using IChatClient client = inner.Recorded(store, _options with { FallbackIndex = model });
                Assert.Equal(i == breaks, (await client.AskAsync()).End is null);
            }

            bool isComplete = false;
            await using var walk = new PrefixWalk(store, "turn-2");
            for (int i = 0, before = 0; i < attempts.Count; i++)
            {
                bool isFallback = attempts[i].Model != before;
                before = attempts[i].Model;
                if (isFallback || i > 0)
                {
                    await (isFallback ? walk.NextIsAsync<FallbackEvent>() : walk.NextIsAsync<RetryEvent>());
                    await walk.RestartAsync(isFallback);
                }

                await walk.NextIsAsync<StartEvent>();
                await walk.NextAreAsync(attempts[i].Said);
                isComplete = i == breaks && !attempts[i].Said.Any(update => update.Contents.Any(content => content is ErrorContent));
                await (isComplete ? walk.NextIsAsync<CompleteEvent>() : walk.NextIsAsync<ErrorEvent>());
            }

            await walk.EndsAsync(isComplete);
            using var replay = new ReplayChatClient(store);
            Assert.Equal(attempts[^1].Said.Select(Chats.Json), (await replay.AskAsync()).Updates);
        }
    }

    [Fact]
    public async Task An_unfinished_stream_takes_another_attempt_too()
    {
        await new LlmState.Recorder(_store, "turn-2").RecordAsync(new StartEvent(new()));
        using IChatClient client = new ScriptedClient(Chats.Answer("yes")).Recorded(_store, _options);
        Assert.Null((await client.AskAsync()).End);
        Assert.Equal("The attempt before was not finished.", Assert.Single(await _store.EventsAsync<RetryEvent>("turn-2")).Reason);
    }

    [Theory]
    [InlineData(StoreFailurePolicy.Fail, false)]
    [InlineData(StoreFailurePolicy.Fail, true)]
    [InlineData(StoreFailurePolicy.GoOn, false)]
    [InlineData(StoreFailurePolicy.GoOn, true)]
    public async Task A_complete_answer_takes_none(StoreFailurePolicy policy, bool streaming)
    {
        var inner = new ScriptedClient(Chats.Answer("yes"));
        var client = new RecordedChatClient(inner, _store, _options with { OnStoreFailure = policy });
        Assert.Null((await client.AskAsync(streaming)).End);
        long version = (await _store.GetStreamInfoAsync("turn-2"))!.Version;
        Assert.Equal("turn-2", Assert.IsType<AnswerCompleteException>((await client.AskAsync(streaming)).End).StreamId);
        Assert.Equal((1, 0), (inner.Calls, client.FailureCount));
        Assert.Equal(version, (await _store.GetStreamInfoAsync("turn-2"))!.Version);
    }
}
