using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>Lines of the table in docs/bad-input.md: what the log and the state say after bad input.</summary>
public sealed class BadInputTests
{
    private static readonly LlmError Broken = new("IOException", "broken");

    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_COMPLETEs_the_second_counts()
    {
        LlmState state = await FoldAsync(new CompleteEvent("one", 1), new CompleteEvent("two", 2));
        Assert.Equal(("two", 2, true, At(1)), (state.Content.ToString(), state.TokenCount, state.Completed, state.EndedAt));
    }

    [Fact]
    public async Task Tokens_after_COMPLETE_are_part_of_the_answer()
    {
        LlmState state = await FoldAsync(new TokenEvent("a", 0), new CompleteEvent("a", 1), new TokenEvent("b", 1));
        Assert.Equal(("ab", 2, true, At(1)), (state.Content.ToString(), state.TokenCount, state.Completed, state.EndedAt));
    }

    [Fact]
    public async Task A_retry_after_COMPLETE_takes_it_back()
    {
        LlmState state = await FoldAsync(new CompleteEvent("a", 1), new RetryEvent(1, "guardrail"), new TokenEvent("b", 0));
        Assert.Equal(("b", false, null), (state.Content.ToString(), state.Completed, state.EndedAt));
    }

    [Fact]
    public async Task A_fallback_after_COMPLETE_takes_it_back()
    {
        LlmState state = await FoldAsync(new CompleteEvent("a", 1), new FallbackEvent(1), new TokenEvent("b", 0));
        Assert.Equal(("b", false, null), (state.Content.ToString(), state.Completed, state.EndedAt));
    }

    [Fact]
    public async Task A_continuation_after_COMPLETE_takes_it_back()
    {
        LlmState state = await FoldAsync(new CompleteEvent("a", 1, "stop"), new ContinuationEvent("from", 3));
        Assert.Equal(("from", 3, false, null, null), (state.Content.ToString(), state.TokenCount, state.Completed, state.EndedAt, state.FinishReason));
    }

    [Fact]
    public async Task ERROR_after_COMPLETE_stands_beside_it()
    {
        LlmState state = await FoldAsync(new CompleteEvent("a", 1), new ErrorEvent(Broken));
        Assert.Equal(("a", true, Broken, At(1)), (state.Content.ToString(), state.Completed, state.Error, state.EndedAt));
    }

    [Fact]
    public async Task What_else_comes_after_COMPLETE_counts_as_ever()
    {
        LlmState state = await FoldAsync(
            new CompleteEvent("a", 1),
            new GuardrailEvent(new() { Violations = [new("rule", "m")] }),
            new DriftEvent(new() { Detected = true }),
            new CheckpointEvent(1, "a"),
            new ToolCallEvent(new("c", "f")),
            new UsageEvent(new() { Output = 3 }),
            new ChunkEvent { Model = "m", FinishReason = "length" },
            new ContentEvent(System.Text.Json.JsonElement.Parse("1")));
        Assert.Equal(("a", 1, true, At(0)), (state.Content.ToString(), state.TokenCount, state.Completed, state.EndedAt));
        Assert.Equal(("rule", true, "a", "c"), (state.Violations[0].Rule, state.DriftDetected, state.Checkpoint, state.ToolCalls[0].CallId));
        Assert.Equal((3L, "m", "length", 1), (state.Usage?.Output, state.Model, state.FinishReason, state.DataOutputs.Count));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-5, -4)]
    [InlineData(int.MinValue, int.MinValue + 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue - 1, int.MaxValue)]
    public async Task An_index_that_no_token_has_is_counted_as_it_is(int index, int count)
    {
        LlmState state = await FoldAsync(new TokenEvent("a", index), new TokenEvent("b", index, TokenKind.Reasoning));
        Assert.Equal(("a", count, "b", count, 2L), (state.Content.ToString(), state.TokenCount, state.Reasoning.ToString(), state.ReasoningTokenCount, state.TokenEventCount));
    }

    [Fact]
    public async Task Tokens_out_of_order_stand_as_they_came()
    {
        LlmState state = await FoldAsync(new TokenEvent("b", 1), new TokenEvent("a", 0), new TokenEvent("z", 9), new TokenEvent("z", 9));
        Assert.Equal(("bazz", 10, 4L), (state.Content.ToString(), state.TokenCount, state.TokenEventCount));
        state = await FoldAsync(new TokenEvent("b", 1), new TokenEvent("a", 0));
        Assert.Equal(("ba", 1), (state.Content.ToString(), state.TokenCount));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_without_tokens_is_empty_and_not_complete(string kind)
    {
        await using var place = new StorePlace(kind);
        await RecordAsync(place.Store, "s", new StartEvent(new()));
        StreamMetadata metadata = (await new EventSourcing().MetadataAsync("s", place.Store, Stop))!;
        Assert.Equal((1L, 0, false, false), (metadata.EventCount, metadata.TokenCount, metadata.Completed, metadata.HasError));
    }

    [Fact]
    public async Task A_batch_without_events_makes_no_stream()
    {
        await using IEventStore store = EventStores.Memory();
        await using (LlmState.Batch batch = new LlmState.Recorder(store, "s").Batch())
        {
            Assert.Equal(0, (await batch.CommitAsync(Stop)).Count);
        }

        Assert.False(await store.ExistsAsync("s", Stop));
    }

    [Fact]
    public async Task ERROR_then_COMPLETE_shows_both()
    {
        LlmState state = await FoldAsync(new TokenEvent("a", 0), new ErrorEvent(Broken), new CompleteEvent());
        Assert.Equal((Broken, true, "a", At(2)), (state.Error, state.Completed, state.Content.ToString(), state.EndedAt));
    }

    [Fact]
    public async Task ERROR_alone_is_the_end_of_an_answer_that_is_not_complete()
    {
        LlmState state = await FoldAsync(new TokenEvent("a", 0), new ErrorEvent(Broken));
        Assert.Equal((Broken, false, "a", At(1)), (state.Error, state.Completed, state.Content.ToString(), state.EndedAt));
    }

    [Fact]
    public async Task A_stream_that_just_stops_is_neither_complete_nor_failed()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new StartEvent(new()), new TokenEvent("a", 0));
        var l0 = new EventSourcing();
        LlmState state = await l0.Replayer(store).ReplayToStateAsync("s", cancellationToken: Stop);
        Assert.Equal((false, null, null), (state.Completed, state.Error, state.EndedAt));
        StreamMetadata metadata = (await l0.MetadataAsync("s", store, Stop))!;
        Assert.Equal((At(0), At(1), false, false), (metadata.StartedAt, metadata.EndedAt, metadata.Completed, metadata.HasError));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Halves_of_a_surrogate_pair_stay_halves_and_join(string kind)
    {
        await using var place = new StorePlace(kind);
        await RecordAsync(place.Store, "s", new TokenEvent("\ud83d", 0), new TokenEvent("\ude00", 1), new CheckpointEvent(2, "\ud83d"));
        EventReplayer replayer = new EventSourcing().Replayer(place.Store);
        Assert.Equal(["\ud83d", "\ude00"], await replayer.ReplayTokensAsync("s", cancellationToken: Stop).ToListAsync(Stop));
        Assert.Equal("\ud83d", (await replayer.ReplayToStateAsync("s", 0, cancellationToken: Stop)).Content.ToString());
        await place.Store.SaveSnapshotAsync("s", await place.Store.LoadAsync<LlmState>("s", 0, cancellationToken: Stop), cancellationToken: Stop);
        LlmState state = await replayer.ReplayToStateAsync("s", cancellationToken: Stop);
        Assert.Equal(("😀", "\ud83d"), (state.Content.ToString(), state.Checkpoint));
    }

    [Fact]
    public async Task Empty_tokens_count()
    {
        LlmState state = await FoldAsync(new TokenEvent("", 0), new TokenEvent("", 1));
        Assert.Equal(("", 2, 2L), (state.Content.ToString(), state.TokenCount, state.TokenEventCount));
    }

    [Fact]
    public async Task A_COMPLETE_that_contradicts_the_tokens_is_believed()
    {
        LlmState state = await FoldAsync(new TokenEvent("a", 0), new TokenEvent("b", 1), new CompleteEvent("other", 7));
        Assert.Equal(("other", 7, 2L), (state.Content.ToString(), state.TokenCount, state.TokenEventCount));
    }

    [Fact]
    public async Task A_continuation_without_a_checkpoint_says_itself_where_it_goes_on()
    {
        LlmState state = await FoldAsync(new ContinuationEvent("from", 3), new TokenEvent(" here", 3));
        Assert.Equal(("from here", 4, "", true), (state.Content.ToString(), state.TokenCount, state.Checkpoint, state.Resumed));
    }

    [Fact]
    public async Task A_second_START_gives_the_time_and_the_first_one_the_options()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new StartEvent(new() { Model = "a" }), new StartEvent(new() { Model = "b" }));
        await using ReplayResult result = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
        Assert.Equal((At(1), "b", "a"), (result.State.StartedAt, result.State.Model, result.OriginalOptions.Model));
    }

    [Fact]
    public async Task A_null_text_is_refused_and_nothing_recorded()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        _ = await Assert.ThrowsAnyAsync<Exception>(() => recorder.RecordTokenAsync(null!, 0, cancellationToken: Stop).AsTask());
        _ = await Assert.ThrowsAnyAsync<ArgumentException>(() => recorder.RecordErrorAsync((Exception)null!, cancellationToken: Stop).AsTask());
        Assert.False(await store.ExistsAsync("s", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$mine")]
    [InlineData("a\n")]
    public async Task An_id_that_no_store_takes_is_refused_by_all_calls(string streamId)
    {
        await using IEventStore store = EventStores.Memory();
        var l0 = new EventSourcing();
        EventReplayer replayer = l0.Replayer(store);
        List<Func<Task>> calls =
        [
            () => l0.ReplayAsync(streamId, store, cancellationToken: Stop).AsTask(),
            () => l0.MetadataAsync(streamId, store, Stop).AsTask(),
            () => replayer.ReplayAsync(streamId, cancellationToken: Stop).AsTask(),
            () => replayer.ReplayToStateAsync(streamId, cancellationToken: Stop).AsTask(),
            () => replayer.ReplayTokensAsync(streamId, cancellationToken: Stop).ToListAsync(Stop).AsTask(),
            () => replayer.MetadataAsync(streamId, Stop).AsTask(),
            () => Task.Run(() => new LlmState.Recorder(store, streamId), Stop),
            () => Task.Run(() => new ReplayChatClient(store, streamId), Stop),
        ];

        // Ids with a dollar are those of a store's own streams, which its own calls read.
        calls.AddRange(streamId.StartsWith('$') ? [] :
        [
            () => store.GetEventsAsync(streamId, cancellationToken: Stop).ToListAsync(Stop).AsTask(),
            () => store.GetLastEventAsync(streamId, Stop).AsTask(),
            () => store.GetStreamInfoAsync(streamId, Stop).AsTask(),
            () => store.ExistsAsync(streamId, Stop).AsTask(),
            () => store.DeleteStreamAsync(streamId, cancellationToken: Stop).AsTask(),
            () => store.TruncateStreamAsync(streamId, 0, Stop).AsTask(),
            () => store.LoadAsync<LlmState>(streamId, cancellationToken: Stop).AsTask(),
            () => store.SaveSnapshotAsync(streamId, default(Versioned<LlmState>), cancellationToken: Stop).AsTask(),
            () => store.GetSnapshotAsync<LlmState>(streamId, cancellationToken: Stop).AsTask(),
            () => store.VerifySnapshotsAsync<LlmState>(streamId, Stop).AsTask(),
        ]);
        foreach (Func<Task> call in calls)
        {
            _ = await Assert.ThrowsAsync<InvalidStreamIdException>(call);
        }


        // An empty one is none: it gets an id.
        if (streamId.Length > 0)
        {
            _ = Assert.Throws<InvalidStreamIdException>(() => l0.Recorder(store, streamId));
        }
    }
}
