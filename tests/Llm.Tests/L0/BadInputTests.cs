using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>The lines of the table in docs/llm.md: what the log and the state say after bad input.</summary>
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
        LlmState state = await FoldAsync(new StartEvent(new()), new TokenEvent("a", 0));
        Assert.Equal((false, null, null), (state.Completed, state.Error, state.EndedAt));
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
        _ = await Assert.ThrowsAsync<InvalidStreamIdException>(() => l0.ReplayAsync(streamId, store, cancellationToken: Stop).AsTask());
        _ = await Assert.ThrowsAsync<InvalidStreamIdException>(() => l0.Replayer(store).ReplayToStateAsync(streamId, cancellationToken: Stop).AsTask());
        if (streamId.Length > 0)
        {
            _ = Assert.Throws<InvalidStreamIdException>(() => l0.Recorder(store, streamId));
        }
    }
}
