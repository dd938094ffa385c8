using Daybook.Stores;

namespace Daybook.Tests.Stores.Composite;

public sealed class CompositeTests : IAsyncDisposable
{
    private readonly BreakingStore _primary = new(EventStores.Memory());
    private readonly BreakingStore _first = new(EventStores.Memory());
    private readonly BreakingStore _second = new(EventStores.Memory());
    private readonly CompositeEventStore _store;

    public CompositeTests() => _store = EventStores.Composite(_primary, [_first, _second]);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_stores_hold_the_same()
    {
        _ = await _store.NoteAsync("a", 0, 3);
        _ = await _store.NoteAsync("b", 0, 1);
        _ = await _store.NoteAsync("a", 3, 1, null, ExpectedVersion.At(3));
        _ = await _store.TruncateStreamAsync("a", 1, Stop);
        _ = await _store.DeleteStreamAsync("b", default, Stop);
        await AssertSameAsync();
        Assert.Equal(["a"], await _second.StreamsAsync());
        Assert.Equal([1, 2, 3], await _first.SequencesAsync("a"));
    }

    [Fact]
    public async Task Appends_at_once_stand_in_the_same_order_everywhere()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () => _ = await _store.NoteAsync($"stream-{i % 3}", i), Stop)));
        await AssertSameAsync();
        Assert.Equal(0, _store.LaggingStreams);
    }

    [Fact]
    public async Task A_slow_secondary_is_not_overtaken_by_the_next_append()
    {
        var slow = new HoldingStore(EventStores.Memory());
        await using CompositeEventStore store = EventStores.Composite(EventStores.Memory(), [slow]);
        slow.HoldNext();
        Task<AppendResult> first = store.NoteAsync("a", 0).AsTask();
        await slow.Held;
        Task<AppendResult> second = store.NoteAsync("a", 1).AsTask();
        await slow.LetGoAfterAsync(second);
        Assert.Equal((0L, 1L), ((await first).FirstSequence, (await second).FirstSequence));
        Assert.Equal(await store.LinesAsync("a"), await slow.LinesAsync("a"));
    }

    [Fact]
    public async Task A_failing_primary_fails_the_append_with_nothing_written_elsewhere()
    {
        _primary.Failure = () => new StoreUnavailableException("down");
        _ = await Assert.ThrowsAsync<StoreUnavailableException>(async () => _ = await _store.NoteAsync("a", 0));
        _primary.Failure = null;
        _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => _ = await _store.NoteAsync("a", 0, 1, null, ExpectedVersion.At(5)));
        Assert.Equal((0, 0), (_first.Changes, _second.Changes));
    }

    // S1-64: which stores succeeded and which failed; what succeeded stays.
    [Fact]
    public async Task A_failing_secondary_is_named_and_the_others_keep_the_event()
    {
        _first.Failure = () => new StoreUnavailableException("the line is down");
        CompositeStoreException exception = await Assert.ThrowsAsync<CompositeStoreException>(async () => _ = await _store.NoteAsync("a", 0));
        Assert.Equal([0, 2], exception.SucceededIndices);
        Assert.Equal([1], exception.FailedIndices);
        Assert.Equal("a", exception.StreamId);
        Assert.Contains("1 of 3 stores", exception.Message, StringComparison.Ordinal);
        AggregateException inner = Assert.IsType<AggregateException>(exception.InnerException);
        _ = Assert.IsType<StoreUnavailableException>(Assert.Single(inner.InnerExceptions));
        _ = Assert.Single(await _store.LinesAsync("a"));
        _ = Assert.Single(await _second.LinesAsync("a"));
        Assert.Empty(await _first.LinesAsync("a"));
    }

    // G17: a retry duplicates the event in the store that had accepted it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_retry_with_the_same_ids_duplicates_nothing(bool losesAnswers)
    {
        _second.Failure = () => new StoreUnavailableException("down");
        _second.LosesAnswers = losesAnswers;
        _ = await Assert.ThrowsAsync<CompositeStoreException>(async () => _ = await _store.NoteAsync("a", 0, 2));
        _second.Failure = null;
        AppendResult again = await _store.NoteAsync("a", 0, 2);
        Assert.True(again.WasRepeated);
        await AssertSameAsync();
    }

    // G17: a cancelled write to one of the stores was reported as a success.
    [Fact]
    public async Task A_cancellation_in_a_secondary_is_not_success()
    {
        _first.Failure = () => new OperationCanceledException();
        CompositeStoreException exception = await Assert.ThrowsAsync<CompositeStoreException>(async () => _ = await _store.NoteAsync("a", 0));
        Assert.Equal([1], exception.FailedIndices);
    }

    [Fact]
    public async Task Deletion_truncation_and_replacement_name_failing_stores_too()
    {
        _ = await _store.NoteAsync("a", 0, 3);
        _second.Failure = () => new StoreUnavailableException("down");
        Assert.Equal([2], (await Assert.ThrowsAsync<CompositeStoreException>(async () => _ = await _store.TruncateStreamAsync("a", 1, Stop))).FailedIndices);
        Assert.Equal([2], (await Assert.ThrowsAsync<CompositeStoreException>(async () => _ = await _store.ReplaceEventAsync("a", 2, Notes.Schema, new byte[] { 0x91, 0xa0 }, Stop))).FailedIndices);
        _second.Failure = null;
        Assert.True(await _store.RepairAsync(cancellationToken: Stop) > 0);
        await AssertSameAsync();
        _second.Failure = () => new StoreUnavailableException("down");
        Assert.Equal([2], (await Assert.ThrowsAsync<CompositeStoreException>(async () => _ = await _store.DeleteStreamAsync("a", default, Stop))).FailedIndices);
        _second.Failure = null;
        _ = await _store.RepairAsync(cancellationToken: Stop);
        Assert.Empty(await _second.StreamsAsync());
    }

    [Fact]
    public async Task A_remembered_lag_is_closed_by_a_repair()
    {
        CompositeEventStore store = EventStores.Composite(_primary, [_first, _second], new() { OnSecondaryFailure = SecondaryFailure.Remember });
        _ = await store.NoteAsync("a", 0, 2);
        _first.Failure = () => new StoreUnavailableException("down");
        _ = await store.NoteAsync("a", 2, 2);
        _ = await store.NoteAsync("b", 0, 1);
        Assert.Equal(2, store.LaggingStreams);
        _first.Failure = null;

        // It cannot follow before it has what it missed.
        _ = await store.NoteAsync("a", 4, 1);
        Assert.Equal([0, 1], await _first.SequencesAsync("a"));
        Assert.Equal(4, await store.RepairAsync(cancellationToken: Stop));
        Assert.Equal(0, store.LaggingStreams);
        await AssertSameAsync();
        Assert.Equal(0, await store.RepairAsync(compareEvents: true, Stop));
    }

    // After a crash nobody remembers; the streams themselves tell.
    [Fact]
    public async Task A_repair_finds_what_nobody_remembers()
    {
        _ = await _store.NoteAsync("kept", 0, 2);
        _ = await _primary.NoteAsync("kept", 2, 1);
        _ = await _primary.NoteAsync("missing", 0, 1);
        _ = await _first.NoteAsync("excess", 0, 1);
        _ = await _first.NoteAsync("other", 7, 3);
        _ = await _primary.NoteAsync("other", 0, 1);
        _ = await _second.NoteAsync("kept", 9, 5);
        _ = await _store.RepairAsync(cancellationToken: Stop);
        await AssertSameAsync();
    }

    [Fact]
    public async Task A_repair_that_compares_events_finds_a_replaced_payload()
    {
        _ = await _store.NoteAsync("a", 0, 3);
        _ = await _primary.ReplaceEventAsync("a", 1, Notes.Schema, new byte[] { 0x91, 0xa0 }, Stop);
        _ = await _store.RepairAsync(compareEvents: true, Stop);
        await AssertSameAsync();
    }

    [Fact]
    public async Task A_repair_beside_appends_leaves_all_stores_the_same()
    {
        _ = await _primary.NoteAsync("a", 0, 50);
        CompositeEventStore store = EventStores.Composite(_primary, [_first, _second], new() { OnSecondaryFailure = SecondaryFailure.Remember });
        Task repair = Task.Run(
            async () =>
            {
                for (int i = 0; i < 20; i++)
                {
                    _ = await store.RepairAsync(cancellationToken: Stop);
                }
            },
            Stop);
        for (int i = 50; i < 250; i++)
        {
            _ = await store.NoteAsync("a", i);
        }

        await repair;
        _ = await store.RepairAsync(cancellationToken: Stop);
        await AssertSameAsync();
    }

    [Fact]
    public async Task Limits_and_capabilities_are_those_of_the_weakest()
    {
        string directory = Directory.CreateTempSubdirectory("daybook-").FullName;
        try
        {
            await using CompositeEventStore store = EventStores.Composite(EventStores.File(directory), [EventStores.Memory(new() { Chained = true })]);
            Assert.False(store.Capabilities.IsDurable);
            Assert.False(store.Capabilities.IsChained);
            await using IEventStore reader = EventStores.File(directory, new() { ReadOnly = true });
            await using CompositeEventStore readOnly = EventStores.Composite(EventStores.Memory(), [reader]);
            _ = await Assert.ThrowsAsync<StoreReadOnlyException>(async () => _ = await readOnly.NoteAsync("a", 0));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    // S1-63: a composite of nothing is refused.
    [Fact]
    public void Stores_come_once_and_there_are_two_at_least()
    {
        _ = Assert.Throws<ArgumentException>(() => EventStores.Composite(_primary, []));
        _ = Assert.Throws<ArgumentException>(() => EventStores.Composite(_primary, [_primary]));
        _ = Assert.Throws<ArgumentException>(() => EventStores.Composite(_primary, [_first, _first]));
    }

    private async Task AssertSameAsync()
    {
        List<string> streams = await _primary.StreamsAsync();
        foreach (BreakingStore secondary in (BreakingStore[])[_first, _second])
        {
            Assert.Equal(streams, await secondary.StreamsAsync());
            foreach (string stream in streams)
            {
                Assert.Equal(await _primary.LinesAsync(stream), await secondary.LinesAsync(stream));
                Assert.Equal(await _primary.GetStreamInfoAsync(stream, Stop), await secondary.GetStreamInfoAsync(stream, Stop));
            }
        }
    }
}
