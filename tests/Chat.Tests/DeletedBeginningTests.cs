using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Streams that have lost their beginning: truncated, or expired event by event.</summary>
public sealed class DeletedBeginningTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_left_of_an_answer_is_not_the_answer(bool streaming)
    {
        using IChatClient client = new ScriptedClient(Chats.Answer("a", "b", "c", "d")).Recorded(_store, new() { StreamId = (_, _) => "s" });
        _ = await client.AskAsync();
        long version = (await _store.GetStreamInfoAsync("s"))!.Version;
        using var replay = new ReplayChatClient(_store, "s");
        Assert.Null((await replay.AskAsync(streaming)).End);
        for (long first = 1; first < version; first++)
        {
            _ = await _store.TruncateStreamAsync("s", first);
            Exception? end = (await replay.AskAsync(streaming)).End;
            Assert.Contains("redacted or deleted", Assert.IsType<RecordingIncompleteException>(end).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_left_of_an_answer_with_an_error_is_not_that_answer()
    {
        using IChatClient client = ScriptedClient.ThatThrows(Chats.Answer("a", "b"), _ => new TimeoutException()).Recorded(_store, new() { StreamId = (_, _) => "s" });
        _ = await client.AskAsync();
        _ = await _store.TruncateStreamAsync("s", 3);
        Assert.IsType<RecordingIncompleteException>((await new ReplayChatClient(_store, "s").AskAsync()).End);
    }

    [Fact]
    public async Task An_attempt_that_is_all_there_is_whole()
    {
        RecordedChatOptions options = new() { StreamId = (_, _) => "s" };
        _ = await ScriptedClient.ThatThrows(Chats.Answer("a"), _ => new TimeoutException()).Recorded(_store, options).AskAsync();
        long first = (await _store.GetStreamInfoAsync("s"))!.Version;
        _ = await new ScriptedClient(Chats.Answer("b")).Recorded(_store, options).AskAsync();
        _ = await _store.TruncateStreamAsync("s", first);
        Assert.Equal(Chats.Answer("b").Select(Chats.Json), (await new ReplayChatClient(_store, "s").AskAsync()).Updates);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_beginning_that_goes_while_it_is_read_is_missed(bool cached)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("a", "b", "c");
        var store = new FaultInjectingStore(_store);
        _ = await new ScriptedClient(answer).Recorded(_store, new() { StreamId = (_, _) => "s" }).AskAsync();
        store.Add(new() { Operations = StoreOperations.ReadStream, Skip = 1, Throws = null, Run = async token => await _store.TruncateStreamAsync("s", 3, token) });
        var inner = new ScriptedClient(answer);
        using IChatClient client = cached ? inner.Cached(store) : new ReplayChatClient(store, "s");
        (List<string> said, Exception? end) = await client.AskAsync();
        Assert.Equal(cached ? (5, 1, null) : (0, 0, typeof(RecordingIncompleteException)), (said.Count, inner.Calls, end?.GetType()));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(600, false)]
    public async Task A_stream_that_has_expired_takes_another_attempt(int seconds, bool leavesSome)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        await using IEventStore store = _store.WithTtl(TimeSpan.FromSeconds(10), TtlMode.Events, clock);
        RecordedChatOptions options = new() { StreamId = (_, _) => "s", Recorder = new() { TimeProvider = clock }, OnStoreFailure = StoreFailurePolicy.Fail };
        using IChatClient broken = ScriptedClient.ThatThrows(Chats.Answer("a"), _ => Late()).Recorded(store, options);
        _ = await broken.AskAsync();
        clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(leavesSome ? ["llm.error"] : [], await store.TypesAsync("s"));

        List<ChatResponseUpdate> answer = Chats.Answer("b");
        using IChatClient client = new ScriptedClient(answer).Recorded(store, options);
        Assert.Null((await client.AskAsync()).End);
        Assert.Equal(answer.Select(Chats.Json), (await new ReplayChatClient(store).AskAsync()).Updates);
        Assert.Equal(answer.Select(Chats.Json), (await new ReplayChatClient(store, "s").AskAsync()).Updates);
        Assert.Equal(
            leavesSome ? "late" : "Nothing is there of an attempt before.",
            Assert.Single(await store.EventsAsync<RetryEvent>("s")).Reason);

        Exception Late()
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            return new TimeoutException("late");
        }
    }
}
