using Daybook.Llm;
using Daybook.Testing;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class ReplayResultTests
{
    private static readonly object[] Five =
        [new StartEvent(new() { Model = "m" }), new TokenEvent("a", 0), new TokenEvent("b", 1), new TokenEvent("c", 2), new CompleteEvent("abc", 3)];

    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Events_come_as_they_were_recorded_with_the_state_at_each(string kind)
    {
        await using var place = new StorePlace(kind);
        await RecordAsync(place.Store, "s", Five);
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", place.Store, cancellationToken: Stop);
        var seen = new List<string>();
        await foreach (Envelope envelope in result)
        {
            seen.Add($"{envelope.Sequence} {envelope.EventType.Name} {result.State.Content} {result.Position}");
        }

        Assert.Equal(["0 llm.start  0", "1 llm.token a 1", "2 llm.token ab 2", "3 llm.token abc 3", "4 llm.complete abc 4"], seen);
        Assert.Equal(("s", true, "m"), (result.StreamId, result.IsReplay, result.OriginalOptions.Model));
    }

    [Fact]
    public async Task State_without_enumerating_is_the_state_at_that_point()
    {
        await using IEventStore store = await FiveAsync();
        var l0 = new EventSourcing();
        Assert.Equal("ab", (await l0.ReplayAsync("s", store, new() { To = 2 }, Stop)).State.Content.ToString());
        Assert.True((await l0.ReplayAsync("s", store, cancellationToken: Stop)).State.Completed);
    }

    [Fact]
    public async Task Ranges_take_in_both_ends_and_the_state_is_that_of_the_whole_stream_so_far()
    {
        await using IEventStore store = await FiveAsync();
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { From = 2, To = 3 }, Stop);
        var seen = new List<string>();
        await foreach (Envelope envelope in result)
        {
            seen.Add($"{envelope.Sequence} {result.State.Content} {result.State.TokenCount}");
        }

        Assert.Equal(["2 ab 2", "3 abc 3"], seen);
        Assert.Equal("m", result.State.Model);
    }

    [Fact]
    public async Task Enumerating_again_begins_anew()
    {
        await using IEventStore store = await FiveAsync();
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
        await foreach (Envelope envelope in result)
        {
            if (envelope.Sequence == 1)
            {
                break;
            }
        }

        Assert.Equal("a", result.State.Content.ToString());
        Assert.Equal(5, await result.CountAsync(Stop));
        Assert.Equal("abc", (await result.ToEndAsync(Stop)).Content.ToString());
    }

    [Fact]
    public async Task Abort_hands_out_nothing_more_and_throws_nothing()
    {
        await using IEventStore store = await FiveAsync();
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
        _ = result.OnEvent(envelope =>
        {
            if (envelope.Sequence == 2)
            {
                result.Abort();
            }
        });
        Assert.Equal(3, await result.CountAsync(Stop));
        Assert.Equal("ab", result.State.Content.ToString());
        Assert.Equal(0, await result.CountAsync(Stop));
    }

    [Fact]
    public async Task Abort_ends_a_wait_and_a_pause()
    {
        await using IEventStore store = await FiveAsync();
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { Speed = 1e-6 }, Stop);
        await using IAsyncEnumerator<Envelope> envelopes = result.GetAsyncEnumerator(Stop);
        Assert.True(await envelopes.MoveNextAsync());
        result.Pause();
        ValueTask<bool> next = envelopes.MoveNextAsync();
        Assert.False(next.IsCompleted);
        result.Abort();
        Assert.False(await next);
    }

    [Fact]
    public async Task Cancellation_throws()
    {
        await using IEventStore store = await FiveAsync();
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => result.ToEndAsync(new(canceled: true)).AsTask());
    }

    [Fact]
    public async Task Errors_come_as_exceptions_with_all_that_was_recorded()
    {
        await using IEventStore store = EventStores.Memory();
        var failed = new LlmError("HttpRequestException", "no route") { Code = "503" };
        await RecordAsync(store, "s", new ErrorEvent(failed), new RetryEvent(1, "no route"), new CompleteEvent("ok", 1));
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
        Assert.Empty(result.Errors);
        _ = await result.ToEndAsync(Stop);
        Assert.Equal(failed, Assert.Single(result.Errors).Error);
        _ = await result.ToEndAsync(Stop);
        Assert.Single(result.Errors);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 4)]
    [InlineData(2, 2)]
    [InlineData(10, 0.4)]
    public async Task Waits_follow_recorded_time_at_any_speed(double speed, double seconds)
    {
        await using IEventStore store = await FiveAsync();
        var clock = new ManualTimeProvider(Start) { JumpsToTimers = true };
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { Speed = speed, TimeProvider = clock }, Stop);
        _ = await result.ToEndAsync(Stop);
        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.GetUtcNow() - Start);
    }

    [Fact]
    public async Task Clock_and_loading_are_the_facades_where_a_call_leaves_them_out()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new TokenEvent("a", 0), new TokenEvent("b", 1));
        _ = await new RatedAnswer.Recorder(store, "s").RecordRatedAsync(5, new() { Timestamp = At(2) }, Stop);
        var clock = new ManualTimeProvider(Start) { JumpsToTimers = true };
        var other = new ManualTimeProvider(Start) { JumpsToTimers = true };
        var l0 = new EventSourcing(new() { TimeProvider = clock, Load = new() { SkipUnknownEvents = true } });
        _ = await (await l0.ReplayAsync("s", store, new() { Speed = 1 }, Stop)).ToEndAsync(Stop);
        Assert.Equal(At(2), clock.GetUtcNow());
        _ = await (await l0.ReplayAsync("s", store, new() { Speed = 1, To = 1, TimeProvider = other, Load = new() { IgnoreSnapshots = true } }, Stop)).ToEndAsync(Stop);
        Assert.Equal((At(2), At(1)), (clock.GetUtcNow(), other.GetUtcNow()));
    }

    [Fact]
    public async Task The_first_event_of_a_range_and_steps_back_in_time_are_not_waited_for()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        foreach (int milliseconds in (int[])[0, 1000, 1100, 1050, 1250])
        {
            _ = await recorder.RecordTokenAsync("x", 0, options: new() { Timestamp = Start.AddMilliseconds(milliseconds) }, cancellationToken: Stop);
        }

        var clock = new ManualTimeProvider(Start) { JumpsToTimers = true };
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { From = 1, Speed = 1, TimeProvider = clock }, Stop);
        _ = await result.ToEndAsync(Stop);

        // From one start time: 250 ms, where a sum of steps would be 300.
        Assert.Equal(TimeSpan.FromMilliseconds(250), clock.GetUtcNow() - Start);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_missing_stream_is_refused_or_empty_by_option(string kind)
    {
        await using var place = new StorePlace(kind);
        var l0 = new EventSourcing();
        EventReplayer replayer = l0.Replayer(place.Store);
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(() => l0.ReplayAsync("no", place.Store, cancellationToken: Stop).AsTask());
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(() => replayer.ReplayToStateAsync("no", cancellationToken: Stop).AsTask());
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(async () => await replayer.ReplayTokensAsync("no", cancellationToken: Stop).CountAsync(Stop));
        Assert.Null(await l0.MetadataAsync("no", place.Store, Stop));
        var lenient = new EventReplayer(place.Store, new() { AllowMissing = true });
        Assert.Equal(0, await (await lenient.ReplayAsync("no", cancellationToken: Stop)).CountAsync(Stop));
        Assert.True((await lenient.ReplayToStateAsync("no", cancellationToken: Stop)).Content.IsEmpty);
        Assert.Equal(0, await lenient.ReplayTokensAsync("no", cancellationToken: Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task Tokens_come_alone()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new StartEvent(new()), new TokenEvent("hm", 0, TokenKind.Reasoning), new TokenEvent("bad", 0), new RetryEvent(1, "r"), new TokenEvent("go", 0), new TokenEvent("od", 1), new CompleteEvent());
        EventReplayer replayer = new EventSourcing().Replayer(store);
        Assert.Equal(["bad", "go", "od"], await replayer.ReplayTokensAsync("s", speed: 0, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Tokens_keep_their_time()
    {
        await using IEventStore store = await FiveAsync();
        var clock = new ManualTimeProvider(Start) { JumpsToTimers = true };
        var replayer = new EventReplayer(store, new() { TimeProvider = clock });
        Assert.Equal(["a", "b", "c"], await replayer.ReplayTokensAsync("s", speed: 2, Stop).ToListAsync(Stop));
        Assert.Equal(TimeSpan.FromSeconds(2), clock.GetUtcNow() - Start);
    }

    [Fact]
    public async Task State_at_a_sequence_or_a_time_is_a_fold_up_to_there()
    {
        await using IEventStore store = await FiveAsync();
        EventReplayer replayer = new EventSourcing().Replayer(store);
        Assert.Equal("ab", (await replayer.ReplayToStateAsync("s", 2, cancellationToken: Stop)).Content.ToString());
        Assert.Equal("a", (await replayer.ReplayToStateAsync("s", At(1), cancellationToken: Stop)).Content.ToString());
        Assert.Equal("abc", (await replayer.ReplayToStateAsync("s", cancellationToken: Stop)).Content.ToString());
    }

    private static async Task<IEventStore> FiveAsync()
    {
        IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", Five);
        return store;
    }
}
