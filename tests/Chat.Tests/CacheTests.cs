using System.Runtime.CompilerServices;
using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>A cache among callers who ask at once, before a store that fails, and what it reads.</summary>
public sealed class CacheTests : IAsyncDisposable
{
    private static readonly List<ChatResponseUpdate> Answer = Chats.Answer("one", "two");
    private static readonly List<string> Expected = [.. Answer.Select(Chats.Json)];

    private readonly IEventStore _store = EventStores.Memory();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_callers_who_ask_at_once_one_asks_the_client(bool streaming)
    {
        var gate = new TaskCompletionSource();
        var inner = new ScriptedClient(token => SayAfterAsync(gate.Task, token));
        using IChatClient client = inner.Cached(_store);
        Task<string>[] callers = [.. Enumerable.Range(0, 8).Select(_ => TextAsync())];
        gate.SetResult();
        Assert.All(await Task.WhenAll(callers), text => Assert.Equal("onetwo", text));
        Assert.Equal(1, inner.Calls);
        _ = await _store.OnlyStreamAsync();

        async Task<string> TextAsync() => streaming
            ? (await client.GetStreamingResponseAsync(Chats.Question).ToChatResponseAsync()).Text
            : (await client.GetResponseAsync(Chats.Question)).Text;
    }

    [Fact]
    public async Task Who_asks_something_else_waits_for_nobody()
    {
        var gate = new TaskCompletionSource();
        int calls = 0;
        var inner = new ScriptedClient(token => SayAfterAsync(Interlocked.Increment(ref calls) == 1 ? gate.Task : Task.CompletedTask, token));
        using IChatClient client = inner.Cached(_store);
        Task<(List<string> Updates, Exception?)> first = client.AskAsync();
        Assert.Equal(Expected, (await client.AskAsync([new(ChatRole.User, "Something else?")])).Updates);
        Assert.False(first.IsCompleted);
        gate.SetResult();
        Assert.Equal(Expected, (await first).Updates);
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("cancelled")]
    [InlineData("stops")]
    public async Task A_first_caller_without_an_answer_hands_over_to_the_next(string end)
    {
        var gate = new TaskCompletionSource();
        int calls = 0;
        var inner = new ScriptedClient(token => Interlocked.Increment(ref calls) == 1 ? FailAfterAsync(token) : ScriptedClient.SayAsync(Answer, token));
        using IChatClient client = inner.Cached(_store);
        using var cancelled = new CancellationTokenSource();
        IAsyncEnumerator<ChatResponseUpdate> first = client.GetStreamingResponseAsync(Chats.Question, cancellationToken: cancelled.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await first.MoveNextAsync());
        Task<(List<string> Updates, Exception?)>[] others = [client.AskAsync(), client.AskAsync(), client.AskAsync()];
        Assert.Equal(1, inner.Calls);
        switch (end)
        {
            case "throws":
                gate.SetResult();
                _ = await Assert.ThrowsAsync<TimeoutException>(() => first.MoveNextAsync().AsTask());
                break;
            case "cancelled":
                await cancelled.CancelAsync();
                _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.MoveNextAsync().AsTask());
                break;
        }

        await first.DisposeAsync();
        Assert.All(await Task.WhenAll(others), other => Assert.Equal(Expected, other.Updates));
        Assert.Equal(2, inner.Calls);

        async IAsyncEnumerable<ChatResponseUpdate> FailAfterAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return Answer[0];
            await gate.Task.WaitAsync(cancellationToken);
            throw new TimeoutException();
        }
    }

    [Fact]
    public async Task Who_is_cancelled_while_waiting_leaves_the_others_alone()
    {
        var gate = new TaskCompletionSource();
        var inner = new ScriptedClient(token => SayAfterAsync(gate.Task, token));
        using IChatClient client = inner.Cached(_store);
        using var cancelled = new CancellationTokenSource();
        Task<(List<string> Updates, Exception?)> first = client.AskAsync();
        Task<(List<string>, Exception? End)> second = client.AskAsync(cancellationToken: cancelled.Token);
        Task<(List<string> Updates, Exception?)> third = client.AskAsync();
        await cancelled.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>((await second).End);
        gate.SetResult();
        Assert.Equal(Expected, (await first).Updates);
        Assert.Equal(Expected, (await third).Updates);
        Assert.Equal(1, inner.Calls);
    }

    [Fact]
    public async Task Whoever_asks_again_in_the_middle_of_the_answer_gets_it()
    {
        var inner = new ScriptedClient(Answer);
        using IChatClient client = inner.Cached(_store);
        await using IAsyncEnumerator<ChatResponseUpdate> updates = client.GetStreamingResponseAsync(Chats.Question).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(Expected, (await client.AskAsync()).Updates);
        Assert.Equal(Expected[0], Chats.Json(updates.Current));
        for (int i = 1; i < Answer.Count; i++)
        {
            Assert.True(await updates.MoveNextAsync());
            Assert.Equal(Expected[i], Chats.Json(updates.Current));
        }

        Assert.False(await updates.MoveNextAsync());
        Assert.Equal(1, inner.Calls);
    }

    [Theory]
    [InlineData(StoreFailurePolicy.GoOn)]
    [InlineData(StoreFailurePolicy.Fail)]
    public async Task A_recording_that_cannot_be_read_is_none(StoreFailurePolicy policy)
    {
        _ = await new ScriptedClient(Answer).Recorded(_store).AskAsync();
        int hits = 0;
        for (int skip = 0; hits == 0; skip++)
        {
            var store = new FaultInjectingStore(_store);
            store.Add(new() { Operations = StoreOperations.Reads, Skip = skip, Throws = () => new IOException("gone") });
            var inner = new ScriptedClient(Answer);
            var failures = new List<RecordingFailure>();
            using IChatClient client = inner.Cached(store, new() { OnStoreFailure = policy, Report = failures.Add, StreamId = (_, _) => $"again-{skip}" });
            (List<string> updates, Exception? end) = await client.AskAsync();
            bool isHit = inner.Calls == 0 && end is null;
            bool isStruck = failures.Count > 0 || end is not null;
            hits += isHit ? 1 : 0;
            Assert.Equal(policy == StoreFailurePolicy.Fail && isStruck ? typeof(IOException) : null, end?.GetType());
            Assert.Equal(isHit ? 0 : 1, inner.Calls + (end is null ? 0 : 1));
            Assert.Equal(end is null ? Expected : [], updates);
            Assert.Equal(policy == StoreFailurePolicy.GoOn && !isHit ? ["gone"] : [], failures.Select(failure => failure.Exception.Message));
            _ = await _store.DeleteStreamAsync($"again-{skip}");
        }
    }

    [Fact]
    public async Task A_read_that_fails_is_reported_but_costs_no_recording()
    {
        var store = new FaultInjectingStore(_store);
        store.Add(new() { Operations = StoreOperations.Reads, Throws = () => new IOException("gone") });
        var failures = new List<RecordingFailure>();
        using IChatClient client = new ScriptedClient(Answer).Cached(store, new() { Report = failures.Add });
        Assert.Equal(Expected, (await client.AskAsync()).Updates);
        Assert.Equal(("", "gone"), Assert.Single(failures.Select(failure => (failure.StreamId, failure.Exception.Message))));
        Assert.Equal(0, client.GetService<RecordedChatClient>()!.FailureCount);
        Assert.Equal("llm.complete", (await _store.TypesAsync(await _store.OnlyStreamAsync()))[^1]);
    }

    [Fact]
    public async Task What_is_not_complete_is_read_once()
    {
        var store = new CountingStore(_store);
        using IChatClient client = ScriptedClient.ThatThrows(Answer, _ => new TimeoutException()).Cached(store);
        long few = await EventsOfAsync(client, store);
        for (int i = 0; i < 20; i++)
        {
            _ = await client.AskAsync();
        }

        Assert.InRange(await EventsOfAsync(client, store), 0, few);
    }

    [Fact]
    public async Task What_becomes_complete_later_is_found()
    {
        var inner = new ScriptedClient(Answer);
        using IChatClient client = inner.Cached(_store);
        var recorder = new LlmState.Recorder(_store, "s");
        _ = await recorder.RecordAsync(new StartEvent(new(), RequestHash: ChatRequestHash.Compute(Chats.Question)));
        using IChatClient broken = ScriptedClient.ThatThrows([], _ => new TimeoutException()).Cached(_store);
        _ = await broken.AskAsync();
        _ = await recorder.RecordAsync(new TokenEvent("late", 0));
        _ = await recorder.RecordAsync(new CompleteEvent());
        Assert.Equal("late", (await broken.GetResponseAsync(Chats.Question)).Text);
        Assert.Equal("late", (await client.GetResponseAsync(Chats.Question)).Text);
        Assert.Equal(0, inner.Calls);
    }

    [Fact]
    public async Task What_is_gone_is_looked_for_once()
    {
        var options = new RecordedChatOptions { StreamId = (_, _) => Guid.NewGuid().ToString() };
        for (int i = 0; i < 10; i++)
        {
            _ = await new ScriptedClient(Answer).Recorded(_store, options).AskAsync();
        }

        var store = new CountingStore(_store);
        using var replay = new ReplayChatClient(store);
        Assert.Null((await replay.AskAsync()).End);
        foreach (StreamInfo stream in (await _store.ListStreamsAsync()).Streams)
        {
            _ = await _store.DeleteStreamAsync(stream.StreamId);
        }

        Assert.IsType<RecordingNotFoundException>((await replay.AskAsync()).End);
        long reads = store.Calls;
        Assert.IsType<RecordingNotFoundException>((await replay.AskAsync()).End);
        Assert.Equal(reads, store.Calls);
    }

    private static async Task<long> EventsOfAsync(IChatClient client, CountingStore store)
    {
        _ = await client.AskAsync();
        long before = store.Events;
        _ = await client.AskAsync();
        return store.Events - before;
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> SayAfterAsync(Task gate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        await foreach (ChatResponseUpdate update in ScriptedClient.SayAsync(Answer, cancellationToken))
        {
            yield return update;
        }
    }
}
