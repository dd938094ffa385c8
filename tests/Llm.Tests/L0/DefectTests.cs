using System.Runtime.InteropServices;
using System.Text.Json;
using Daybook.Llm;
using Daybook.Testing;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>What the two L0s did badly: see docs/defects.md.</summary>
public sealed class DefectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G05_What_a_failed_attempt_said_is_not_in_the_answer()
    {
        Assert.Equal("good", (await FoldAsync(new TokenEvent("bad", 0), new RetryEvent(1, "r"), new TokenEvent("good", 0))).Content.ToString());
        Assert.Equal("good", (await FoldAsync(new TokenEvent("bad", 0), new FallbackEvent(1), new TokenEvent("good", 0))).Content.ToString());
    }

    [Fact]
    public async Task G06_A_continuation_means_the_same_whichever_way_it_is_replayed()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new TokenEvent("Hello", 0), new CheckpointEvent(1, "Hello"), new TokenEvent(" world", 1), new ContinuationEvent("Hello", 1), new TokenEvent("there", 1));
        EventReplayer replayer = new EventSourcing().Replayer(store);
        await using ReplayResult result = await replayer.ReplayAsync("s", cancellationToken: Stop);
        LlmState[] states = [await replayer.ReplayToStateAsync("s", cancellationToken: Stop), result.State, await result.ToEndAsync(Stop), (await store.LoadAsync<LlmState>("s", cancellationToken: Stop)).State];
        Assert.All(states, state => Assert.Equal(("Hellothere", 2, true), (state.Content.ToString(), state.TokenCount, state.Resumed)));
    }

    [Fact]
    public async Task G07_A_part_of_a_stream_shows_the_state_of_the_stream()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new StartEvent(new()), new TokenEvent("a", 0), new TokenEvent("b", 1), new TokenEvent("c", 2), new CompleteEvent("abc", 3));
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { From = 2, To = 3 }, Stop);
        LlmState state = await result.ToEndAsync(Stop);
        Assert.Equal(("abc", 3, At(0)), (state.Content.ToString(), state.TokenCount, state.StartedAt));
    }

    [Fact]
    public async Task G08_Replays_begin_at_snapshots()
    {
        await using var store = new CountingStore(EventStores.Memory());
        await RecordAsync(store, "s", SnapshotTests.Tokens(9000));
        await store.SaveSnapshotAsync("s", await store.LoadAsync<LlmState>("s", 8000, cancellationToken: Stop), cancellationToken: Stop);
        long before = store.Events;
        LlmState state = await new EventSourcing().Replayer(store).ReplayToStateAsync("s", 8500, cancellationToken: Stop);
        Assert.Equal(8501, state.TokenCount);
        Assert.InRange(store.Events - before, 500, 1100);
    }

    [Fact]
    public async Task G09_Text_grows_without_being_copied()
    {
        // One version of the text after another: all share what they have in common.
        LlmState state = await FoldAsync(SnapshotTests.Tokens(1000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        AppendableText longer = state.Content.Append("y");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
        Assert.Equal((1000, 1001), (state.Content.Length, longer.Length));
    }

    [Fact]
    public async Task G10_Many_violations_in_one_event_do_not_overflow()
    {
        GuardrailViolation[] violations = [.. Enumerable.Range(0, 200_000).Select(i => new GuardrailViolation("r", $"{i}"))];
        LlmState state = await FoldAsync(new GuardrailEvent(new() { Violations = [.. violations] }));
        Assert.Equal(violations, state.Violations);
    }

    [Fact]
    public void G11_Comparison_sees_retries_times_and_what_violations_say()
    {
        LlmState left = new() { RetryAttempts = 1, StartedAt = At(0), Checkpoint = "a", Violations = [new("r", "one")] };
        LlmState right = new() { StartedAt = At(1), Violations = [new("r", "two")] };
        Assert.Equal(["checkpoint", "retry_attempts", "violations[0].message", "start_ts"], new EventSourcing().Compare(left, right).Differences.Select(text => text[..text.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task G12_Metadata_reads_what_came_since_the_last_snapshot()
    {
        var policy = new SnapshotPolicy(failure => throw failure.Exception);
        var l0 = new EventSourcing(new() { Snapshots = policy });
        await using var store = new CountingStore(EventStores.Memory());
        await RecordAsync(store, "s", SnapshotTests.Tokens(20_000));
        StreamMetadata? first = await l0.MetadataAsync("s", store, Stop);
        await policy.WaitAsync(Stop);
        long before = store.Events;
        Assert.Equal(first, await l0.MetadataAsync("s", store, Stop));
        Assert.InRange(store.Events - before, 1, 1100);
        Assert.Equal((20_000L, 20_000, 20_000L), (first!.EventCount, first.TokenCount, first.TokenEventCount));
    }

    [Fact]
    public async Task G13_Waits_do_not_add_up_errors()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        for (int i = 0; i <= 200; i++)
        {
            _ = await recorder.RecordTokenAsync("x", i, options: new() { Timestamp = Start.AddMicroseconds(100 * i) }, cancellationToken: Stop);
        }

        var clock = new ManualTimeProvider(Start) { JumpsToTimers = true };
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { Speed = 1, TimeProvider = clock }, Stop);
        _ = await result.ToEndAsync(Stop);
        Assert.Equal(TimeSpan.FromMilliseconds(20), clock.GetUtcNow() - Start);
    }

    [Fact]
    public async Task G13_A_replay_can_pause_and_change_its_speed()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", SnapshotTests.Tokens(4));
        var clock = new ManualTimeProvider(Start) { JumpsToTimers = true };
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, new() { Speed = 1, TimeProvider = clock }, Stop);
        await using IAsyncEnumerator<Envelope> envelopes = result.GetAsyncEnumerator(Stop);
        Assert.True(await envelopes.MoveNextAsync());
        result.Pause();
        ValueTask<bool> next = envelopes.MoveNextAsync();
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True(result.IsPaused);
        Assert.False(next.IsCompleted);
        result.Speed = 2;
        result.Resume();
        Assert.True(await next);
        Assert.Equal(TimeSpan.FromMilliseconds(500), clock.GetUtcNow() - Start - TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task G14_The_time_to_the_first_token_is_recorded_time()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new StartEvent(new()), new TokenEvent("a", 0), new CompleteEvent("a", 1));
        var l0 = new EventSourcing(new() { TimeProvider = new ManualTimeProvider(Start.AddYears(4)) });
        StreamMetadata? metadata = await l0.MetadataAsync("s", store, Stop);
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (metadata!.TimeToFirstToken, metadata.Duration));
    }

    [Fact]
    public async Task G16_Sequences_are_the_stores_with_any_number_of_recorders()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder first = l0.Recorder(store, "s");
        LlmState.Recorder second = l0.Recorder(store, "s");
        Assert.Equal(0, (await first.RecordTokenAsync("a", 0, cancellationToken: Stop)).FirstSequence);
        Assert.Equal(1, (await second.RecordTokenAsync("b", 1, cancellationToken: Stop)).FirstSequence);
        Assert.Equal(2, (await first.RecordTokenAsync("c", 2, cancellationToken: Stop)).FirstSequence);
        Assert.Equal((3L, 3L), (await first.GetVersionAsync(Stop), await second.GetVersionAsync(Stop)));
    }

    [Fact]
    public async Task G18_What_callers_keep_hold_of_cannot_change_history()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        GuardrailViolation[] violations = [new("r", "as recorded")];
        _ = await recorder.RecordGuardrailAsync(new() { Violations = ImmutableCollectionsMarshal.AsImmutableArray(violations) }, cancellationToken: Stop);
        using (var document = JsonDocument.Parse("""{"user":"ada"}"""))
        {
            _ = await recorder.RecordStartAsync(new() { Metadata = document.RootElement }, cancellationToken: Stop);
        }

        violations[0] = new("r", "changed");
        for (int i = 0; i < 2; i++)
        {
            await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
            Assert.Equal("as recorded", result.State.Violations[0].Message);
            Assert.Equal("ada", result.OriginalOptions.Metadata?.GetProperty("user").GetString());
            await foreach (Envelope envelope in result)
            {
                // What readers get is theirs, too.
                if (envelope.TryGet<GuardrailEvent>(out GuardrailEvent? guardrail))
                {
                    ImmutableCollectionsMarshal.AsArray(guardrail.Result.Violations)![0] = new("r", "changed");
                }
            }
        }
    }

    [Fact]
    public void G31_Adapters_belong_to_one_facade_and_are_not_replaced_in_silence()
    {
        var one = new EventSourcing();
        var other = new EventSourcing();
        one.RegisterAdapter("redis", _ => EventStores.Memory());
        Assert.Equal(["memory", "file"], other.ListAdapters());
        Assert.Equal("adapterType", Assert.Throws<ArgumentException>(() => one.RegisterAdapter("memory", _ => EventStores.Memory())).ParamName);
        one.RegisterAdapter("redis", _ => EventStores.Memory(), replace: true);
        Assert.True(one.UnregisterAdapter("memory"));
        Assert.Equal(["file", "redis"], one.ListAdapters());
        Assert.Equal(["memory", "file"], other.ListAdapters());
    }

    [Fact]
    public async Task G32_Events_of_ones_own_stand_in_the_same_stream()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new TokenEvent("good ", 0), new TokenEvent("answer", 1));
        _ = await new RatedAnswer.Recorder(store, "s").RecordRatedAsync(5, cancellationToken: Stop);
        RatedAnswer rated = (await store.LoadAsync<RatedAnswer>("s", cancellationToken: Stop)).State;
        Assert.Equal(("good answer", 5), (rated.Text.ToString(), rated.Stars));
        var l0 = new EventSourcing();
        _ = await Assert.ThrowsAsync<UnknownEventTypeException>(() => l0.ReplayAsync("s", store, cancellationToken: Stop).AsTask());
        await using ReplayResult result = await l0.ReplayAsync("s", store, new() { Load = new() { SkipUnknownEvents = true } }, Stop);
        Assert.Equal(("good answer", 3), (result.State.Content.ToString(), await result.CountAsync(Stop)));
    }
}
