using System.Runtime.CompilerServices;
using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>A store that fails at any of the calls, under both policies.</summary>
public sealed class StoreFailureTests
{
    private static readonly RecorderOptions Once = new() { MaxAttempts = 1 };

    public static TheoryData<FaultMoment, bool, bool> Faults =>
        new(from streaming in (bool[])[true, false] from fault in new[] { (FaultMoment.Before, false), (FaultMoment.Before, true), (FaultMoment.After, false) } select (fault.Item1, fault.Item2, streaming));

    public static TheoryData<StoreFailurePolicy, bool> PoliciesAndForms =>
        new(from policy in Enum.GetValues<StoreFailurePolicy>() from streaming in (bool[])[true, false] select (policy, streaming));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_response_goes_on_and_the_log_is_a_beginning_of_it(FaultMoment moment, bool atOnce, bool streaming)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two", "three", "four");
        List<string> whole = await WholeLogAsync(answer, streaming);
        (List<string> expected, _) = await new ScriptedClient(answer).AskAsync(streaming);
        for (int skip = 0; skip <= answer.Count + 1; skip++)
        {
            await using IEventStore memory = EventStores.Memory();
            var store = new FaultInjectingStore(memory);
            store.Add(new() { Moment = moment, ThrowsAtOnce = atOnce, Skip = skip, Times = int.MaxValue, Throws = () => new IOException("disk on fire") });
            var failures = new List<RecordingFailure>();
            var client = new RecordedChatClient(SlowlyAfter(answer, store), store, new() { Report = failures.Add, Recorder = Once });
            (List<string> said, Exception? end) = await client.AskAsync(streaming);
            Assert.Null(end);
            Assert.Equal(expected, said);
            List<string> log = await LogAsync(memory);
            Assert.Equal(whole[..log.Count], log);
            bool isStruck = store.CallsOf(StoreOperations.Append) > skip;
            Assert.Equal(isStruck ? 1 : 0, failures.Count);
            Assert.Equal(failures.Count, client.FailureCount);
            if (!isStruck)
            {
                Assert.Equal(whole.Count, log.Count);
            }
            else if (moment == FaultMoment.Before)
            {
                Assert.DoesNotContain(log, entry => entry.StartsWith("llm.complete", StringComparison.Ordinal));
                Assert.Equal("disk on fire", failures[0].Exception.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_response_fails_with_the_stores_exception(FaultMoment moment, bool atOnce, bool streaming)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two", "three", "four");
        List<string> whole = await WholeLogAsync(answer, streaming);
        (List<string> expected, _) = await new ScriptedClient(answer).AskAsync(streaming);
        for (int skip = 0; skip <= answer.Count + 1; skip++)
        {
            await using IEventStore memory = EventStores.Memory();
            var store = new FaultInjectingStore(memory);
            var thrown = new IOException("disk on fire");
            store.Add(new() { Moment = moment, ThrowsAtOnce = atOnce, Skip = skip, Times = int.MaxValue, Throws = () => thrown });
            var client = new RecordedChatClient(SlowlyAfter(answer, store), store, new() { OnStoreFailure = StoreFailurePolicy.Fail, Recorder = Once });
            (List<string> said, Exception? end) = await client.AskAsync(streaming);
            List<string> log = await LogAsync(memory);
            Assert.Equal(whole[..log.Count], log);
            Assert.Equal(expected.Take(said.Count), said);
            bool isStruck = store.CallsOf(StoreOperations.Append) > skip;
            Assert.Same(isStruck ? thrown : null, end);
            Assert.Equal(isStruck ? 1 : 0, client.FailureCount);
        }
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_is_waited_for()
    {
        await using IEventStore memory = EventStores.Memory();
        var store = new FaultInjectingStore(memory);
        store.Add(new() { Times = 2 });
        store.Add(Fault.LostAnswer(times: 1));
        var client = new RecordedChatClient(new ScriptedClient(Chats.Answer("one", "two")), store, new() { Recorder = new() { RetryDelay = TimeSpan.FromMilliseconds(1) } });
        Assert.Null((await client.AskAsync()).End);
        Assert.Equal(0, client.FailureCount);
        Assert.Equal(await WholeLogAsync(Chats.Answer("one", "two")), await LogAsync(memory));
    }

    [Fact]
    public async Task The_first_token_does_not_wait_for_the_store()
    {
        await using IEventStore memory = EventStores.Memory();
        var store = new FaultInjectingStore(memory);
        var open = new TaskCompletionSource();
        store.Add(new() { Throws = null, Times = int.MaxValue, Run = _ => new(open.Task) });
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two", "three");
        using IChatClient client = new ScriptedClient(answer).Recorded(store);
        await using IAsyncEnumerator<ChatResponseUpdate> updates = client.GetStreamingResponseAsync(Chats.Question).GetAsyncEnumerator();
        foreach (ChatResponseUpdate update in answer)
        {
            Assert.True(await updates.MoveNextAsync());
            Assert.Same(update, updates.Current);
        }

        // But the end does: what was acknowledged is there.
        Task<bool> end = updates.MoveNextAsync().AsTask();
        Assert.False(end.IsCompleted);
        Assert.Empty((await memory.ListStreamsAsync()).Streams);
        open.SetResult();
        Assert.False(await end);
        Assert.Equal("llm.complete", (await LogAsync(memory))[^1].Split(' ')[0]);
    }

    [Theory]
    [MemberData(nameof(PoliciesAndForms))]
    public async Task A_store_that_never_answers_is_given_up(StoreFailurePolicy policy, bool streaming)
    {
        await using IEventStore memory = EventStores.Memory();
        var store = new FaultInjectingStore(memory);
        store.Add(new() { Throws = null, Times = int.MaxValue, Run = _ => new(Task.Delay(Timeout.Infinite, CancellationToken.None)) });
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch) { JumpsToTimers = true };
        var client = new RecordedChatClient(new ScriptedClient(Chats.Answer("one")), store, new() { OnStoreFailure = policy, Recorder = new() { TimeProvider = clock } });
        (List<string> said, Exception? end) = await client.AskAsync(streaming);
        Assert.Equal(streaming ? 3 : policy == StoreFailurePolicy.Fail ? 0 : 1, said.Count);
        Assert.Equal(policy == StoreFailurePolicy.Fail ? typeof(StoreUnavailableException) : null, end?.GetType());
        Assert.Equal(1, client.FailureCount);
    }

    [Fact]
    public async Task A_response_that_is_far_ahead_waits_for_the_store()
    {
        await using IEventStore memory = EventStores.Memory();
        var store = new FaultInjectingStore(memory);
        var open = new TaskCompletionSource();
        store.Add(new() { Throws = null, Run = _ => new(open.Task) });
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        using IChatClient client = new ScriptedClient(Chats.Answer([.. Enumerable.Range(0, 1000).Select(i => $" {i}")]))
            .Recorded(store, new() { BufferedEvents = 100, Recorder = new() { TimeProvider = clock } });
        int count = 0;
        Task reading = Task.Run(async () =>
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question))
            {
                count++;
            }
        });

        // The one timer is that of the wait for the store.
        while (clock.CountTimers() == 0)
        {
            await Task.Yield();
        }

        Assert.InRange(count, 90, 101);
        open.SetResult();
        await reading;
        Assert.Equal(1002, count);
        Assert.Equal(1000, (await memory.LoadAsync<LlmState>(await memory.OnlyStreamAsync())).State.TokenCount);
    }

    [Theory]
    [MemberData(nameof(PoliciesAndForms))]
    public async Task A_lookup_that_fails_is_a_failure_of_the_store(StoreFailurePolicy policy, bool streaming)
    {
        await using IEventStore memory = EventStores.Memory();
        var store = new FaultInjectingStore(memory);
        store.Add(new() { Operations = StoreOperations.Reads, Times = int.MaxValue, Throws = () => new IOException("gone") });
        var inner = new ScriptedClient(Chats.Answer("one"));
        var client = new RecordedChatClient(inner, store, new() { OnStoreFailure = policy, StreamId = (_, _) => "turn-1" });
        int whole = streaming ? 3 : 1;
        (List<string> said, Exception? end) = await client.AskAsync(streaming);
        Assert.Equal(policy == StoreFailurePolicy.Fail ? (0, 0, typeof(IOException)) : (whole, 1, null), (said.Count, inner.Calls, end?.GetType()));
        Assert.Equal(1, client.FailureCount);

        using IChatClient cached = inner.Cached(store, new() { OnStoreFailure = policy });
        (said, end) = await cached.AskAsync(streaming);
        Assert.Equal(policy == StoreFailurePolicy.Fail ? (0, typeof(IOException)) : (whole, null), (said.Count, end?.GetType()));
    }

    [Theory]
    [MemberData(nameof(PoliciesAndForms))]
    public async Task A_clients_own_exception_wins_over_the_stores(StoreFailurePolicy policy, bool streaming)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two")[..3];
        await using IEventStore healthy = EventStores.Memory();
        Assert.IsType<TimeoutException>((await ThrowsAfter(SayNow).Recorded(healthy).AskAsync(streaming)).End);
        List<string> whole = await LogAsync(healthy);
        Assert.StartsWith("llm.error", whole[^1], StringComparison.Ordinal);
        var lengths = new HashSet<int>();
        for (int skip = 0; !lengths.Contains(whole.Count); skip++)
        {
            await using IEventStore memory = EventStores.Memory();
            var store = new FaultInjectingStore(memory);
            store.Add(new() { Skip = skip, Times = int.MaxValue, Throws = () => new IOException("gone") });
            var client = new RecordedChatClient(ThrowsAfter(token => SayAsync(answer, store, token)), store, new() { OnStoreFailure = policy, Recorder = Once });
            Exception? end = (await client.AskAsync(streaming)).End;

            // A response that fails with the store's exception before its client throws does not get that far.
            bool isStruck = store.CallsOf(StoreOperations.Append) > skip;
            Assert.IsType(isStruck && end is IOException && policy == StoreFailurePolicy.Fail && streaming ? typeof(IOException) : typeof(TimeoutException), end);
            List<string> log = await LogAsync(memory);
            Assert.Equal(whole[..log.Count], log);
            Assert.Equal(isStruck, log.Count < whole.Count);
            Assert.Equal(isStruck ? 1 : 0, client.FailureCount);
            _ = lengths.Add(log.Count);
        }

        Assert.Contains(0, lengths);
        Assert.True(lengths.Count > 1);

        IAsyncEnumerable<ChatResponseUpdate> SayNow(CancellationToken token) => ScriptedClient.SayAsync(answer, token);

        static ScriptedClient ThrowsAfter(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> say) => new(token => ThenThrowAsync(say(token)));

        static async IAsyncEnumerable<ChatResponseUpdate> ThenThrowAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
        {
            await foreach (ChatResponseUpdate update in updates)
            {
                yield return update;
            }

            throw new TimeoutException();
        }
    }

    [Fact]
    public async Task Somebody_else_in_the_stream_is_a_failure_and_never_a_mixture()
    {
        await using IEventStore store = EventStores.Memory();
        var gate = new TaskCompletionSource();
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two");
        RecordedChatOptions options = new() { StreamId = (_, _) => "turn", OnStoreFailure = StoreFailurePolicy.Fail };
        using IChatClient slow = new ScriptedClient(token => SayAfterAsync(gate.Task, answer, token)).Recorded(store, options);
        Task<(List<string>, Exception? End)> first = slow.AskAsync();
        using IChatClient quick = new ScriptedClient(answer).Recorded(store, options);
        (_, Exception? quickEnd) = await quick.AskAsync();
        gate.SetResult();
        Exception? slowEnd = (await first).End;
        Assert.Single(new[] { quickEnd, slowEnd }, end => end is ConcurrencyException);
        LlmState state = (await store.LoadAsync<LlmState>("turn")).State;
        Assert.Equal("onetwo", state.Content.ToString());
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> SayAfterAsync(
        Task gate, List<ChatResponseUpdate> answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate;
        await foreach (ChatResponseUpdate update in ScriptedClient.SayAsync(answer, cancellationToken))
        {
            yield return update;
        }
    }

    // Each token waits until the one before was appended, so that every token is a call of its own.
    private static ScriptedClient SlowlyAfter(List<ChatResponseUpdate> answer, FaultInjectingStore store) => new(token => SayAsync(answer, store, token));

    private static async IAsyncEnumerable<ChatResponseUpdate> SayAsync(
        List<ChatResponseUpdate> answer, FaultInjectingStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int calls = 0;
        foreach (ChatResponseUpdate update in answer)
        {
            for (int i = 0; i < 20 && store.CallsOf(StoreOperations.Append) == calls; i++)
            {
                await Task.Delay(1, cancellationToken);
            }

            calls = store.CallsOf(StoreOperations.Append);
            yield return update;
        }
    }

    private static async Task<List<string>> WholeLogAsync(List<ChatResponseUpdate> answer, bool streaming = true)
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(answer).Recorded(store);
        Assert.Null((await client.AskAsync(streaming)).End);
        return await LogAsync(store);
    }

    private static async Task<List<string>> LogAsync(IEventStore store)
    {
        var log = new List<string>();
        foreach (StreamInfo stream in (await store.ListStreamsAsync()).Streams)
        {
            await foreach (Envelope envelope in store.ReadEventsAsync(stream.StreamId))
            {
                log.Add($"{envelope.EventType.Name} {envelope.ToJson()}");
            }
        }

        return log;
    }
}
