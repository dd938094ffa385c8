using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.EndToEnd;

public sealed class RecorderTests
{
    private static readonly RecorderOptions Hasty = new() { RetryDelay = TimeSpan.Zero, MaxAttempts = 3 };

    [Fact]
    public async Task Options_of_a_call_win_over_those_of_the_recorder()
    {
        await using IEventStore store = EventStores.Memory();
        var time = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var id = EventId.From("cart-1", "open");
        var recorder = new Cart.Recorder(store, "cart-1", new() { Metadata = new() { Actor = "ada" } });
        await recorder.RecordOpenedAsync("x", new() { EventId = id, Timestamp = time, Metadata = new() { Actor = "bob" }, ExpectedVersion = ExpectedVersion.NoStream });
        await recorder.RecordOpenedAsync("y");

        List<Envelope> envelopes = await store.ReadEventsAsync("cart-1").ToListAsync();
        Assert.Equal(id, envelopes[0].EventId);
        Assert.Equal(time, envelopes[0].Timestamp);
        Assert.Equal(TimeSpan.Zero, envelopes[0].Timestamp.Offset);
        Assert.Equal("bob", envelopes[0].Metadata.Actor);
        Assert.Equal("ada", envelopes[1].Metadata.Actor);
        Assert.Equal(7, envelopes[1].EventId.Version);
        Assert.Equal("cart", (await store.GetStreamInfoAsync("cart-1"))!.Category);
    }

    [Fact]
    public async Task A_wrong_expected_version_is_refused()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        await recorder.RecordOpenedAsync("x");
        ConcurrencyException exception = await Assert.ThrowsAsync<ConcurrencyException>(
            async () => await recorder.RecordOpenedAsync("x", new() { ExpectedVersion = ExpectedVersion.NoStream }));
        Assert.Equal(1, exception.Actual);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_broken_line_is_tried_again_with_the_same_id(bool losesAnswers)
    {
        await using var store = Breaking(2, losesAnswers);
        AppendResult result = await new Cart.Recorder(store, "cart-1", Hasty).RecordOpenedAsync("x");
        Assert.Equal(3, store.CallsOf(StoreOperations.Append));
        Assert.Equal(0, result.FirstSequence);
        Assert.Equal(1, (await store.GetStreamInfoAsync("cart-1"))!.Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_it_gives_up_the_exception_carries_the_append(bool losesAnswers)
    {
        await using var store = Breaking(3, losesAnswers);
        var recorder = new Cart.Recorder(store, "cart-1", Hasty);
        var exception = await Assert.ThrowsAsync<AppendOutcomeUnknownException>(async () =>
        {
            await using Cart.Batch batch = recorder.Batch();
            batch.RecordOpened("x");
            batch.RecordCheckedOut("pay");
            await batch.CommitAsync();
        });
        await recorder.RecordNotedAsync(1);
        AppendResult result = await exception.RetryAsync();
        Assert.Equal(losesAnswers, result.WasRepeated);
        Assert.Equal(losesAnswers ? 0 : 1, result.FirstSequence);
        Assert.Equal(2, exception.EventIds.Length);
        Assert.Equal(3, (await store.LoadAsync<Cart>("cart-1")).Version);
    }

    [Fact]
    public async Task A_failure_at_once_counts_like_one_in_the_task()
    {
        await using var unavailable = new FaultInjectingStore(EventStores.Memory());
        unavailable.Add(new() { Times = 2, ThrowsAtOnce = true });
        AppendResult result = await new Cart.Recorder(unavailable, "cart-1", Hasty).RecordOpenedAsync("x");
        Assert.Equal((3, 0L), (unavailable.CallsOf(StoreOperations.Append), result.FirstSequence));

        await using var faulted = new FaultInjectingStore(EventStores.Memory());
        faulted.Add(new() { ThrowsAtOnce = true, Throws = () => new StoreFaultedException("Broken.") });
        var exception = await Assert.ThrowsAsync<AppendOutcomeUnknownException>(async () => await new Cart.Recorder(faulted, "cart-1", Hasty).RecordOpenedAsync("x"));
        Assert.Equal(0, (await exception.RetryAsync()).FirstSequence);
    }

    [Fact]
    public async Task A_retry_that_is_cancelled_leaves_the_outcome_open()
    {
        using var stop = new CancellationTokenSource();
        await using var store = Breaking(1, losesAnswers: true);
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var recorder = new Cart.Recorder(store, "cart-1", Hasty with { RetryDelay = TimeSpan.FromHours(1), TimeProvider = clock });
        Task recording = recorder.RecordOpenedAsync("x", default, stop.Token).AsTask();
        Assert.Equal(1, clock.CountTimers());
        await stop.CancelAsync();
        var exception = await Assert.ThrowsAsync<AppendOutcomeUnknownException>(() => recording);
        Assert.True((await exception.RetryAsync()).WasRepeated);
    }

    [Fact]
    public async Task A_decision_that_commits_its_batch_itself_is_checked_all_the_same()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        var recorder = new Cart.Recorder(store, "cart-1", new() { MaxConflicts = 0 });
        BeforeNextAppend(store, async () => await new Cart.Recorder(store, "cart-1").RecordNotedAsync(10));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await recorder.UpdateAsync(async (_, batch) =>
        {
            batch.RecordNoted(1);
            await batch.CommitAsync();
        }));
    }

    [Fact]
    public async Task A_decision_that_is_a_task_is_awaited()
    {
        await using IEventStore store = EventStores.Memory();
        AppendResult result = await new Cart.Recorder(store, "cart-1").UpdateAsync((_, batch) => DecideAsync(batch));
        Assert.Equal(1, result.Count);

        static async Task DecideAsync(Cart.Batch batch)
        {
            await Task.Yield();
            batch.RecordNoted(1);
        }
    }

    [Fact]
    public async Task A_time_stamp_of_the_callers_does_not_make_later_ids_look_old()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        await recorder.RecordNotedAsync(1, new() { Timestamp = DateTimeOffset.MaxValue });
        await foreach (Envelope envelope in store.ReadEventsAsync("cart-1"))
        {
            string tomorrow = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddDays(1)).ToString();
            Assert.True(envelope.EventId < EventId.Parse(tomorrow));
        }
    }

    [Fact]
    public async Task A_batch_that_is_not_committed_is_dropped()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        await using (Cart.Batch batch = recorder.Batch())
        {
            batch.RecordOpened("x");
            Assert.Equal(1, batch.Count);
        }

        Assert.Null(await store.GetStreamInfoAsync("cart-1"));
        Cart.Batch committed = recorder.Batch();
        committed.RecordOpened("x");
        await committed.CommitAsync();
        Assert.Throws<InvalidOperationException>(() => committed.RecordOpened("y"));
    }

    [Fact]
    public async Task Bad_input_is_refused_before_anything_is_written()
    {
        await using IEventStore store = EventStores.Memory();
        Assert.Throws<InvalidStreamIdException>(() => new Cart.Recorder(store, "$cart"));
        Assert.Throws<InvalidStreamIdException>(() => new Cart.Recorder(store, ""));
        var recorder = new Cart.Recorder(store, "cart-1");
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await recorder.RecordAsync((Opened)null!));
        await Assert.ThrowsAsync<StoreLimitException>(async () => await recorder.RecordOpenedAsync(new string('x', 20_000_000)));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await recorder.RecordOpenedAsync("x", default, new(canceled: true)));
        Assert.Throws<ArgumentException>(() => recorder.Batch(new() { EventId = EventId.From("a", "b") }));
        Assert.Null(await store.GetStreamInfoAsync("cart-1"));
        await recorder.RecordOpenedAsync("fine");
        Assert.Equal("fine", (await store.LoadAsync<Cart>("cart-1")).State.Customer);
    }

    [Fact]
    public async Task An_update_decides_anew_when_others_append_in_between()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        var recorder = new Cart.Recorder(store, "cart-1");
        await recorder.RecordNotedAsync(1);
        BeforeNextAppend(store, async () => await new Cart.Recorder(store, "cart-1").RecordNotedAsync(10));
        var seen = new List<long>();
        AppendResult result = await recorder.UpdateAsync((state, batch) =>
        {
            seen.Add(state.Noted);
            batch.RecordNoted((int)state.Noted);
        });
        Assert.Equal([1L, 11L], seen);
        Assert.Equal(2, result.FirstSequence);
        Assert.Equal(22, (await store.LoadAsync<Cart>("cart-1")).State.Noted);
    }

    [Fact]
    public async Task An_update_notices_a_stream_that_was_deleted_and_grew_again()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        var recorder = new Cart.Recorder(store, "cart-1");
        await recorder.RecordOpenedAsync("old");
        BeforeNextAppend(store, async () =>
        {
            await store.DeleteStreamAsync("cart-1");
            await new Cart.Recorder(store, "cart-1").RecordOpenedAsync("new");
        });
        var seen = new List<string>();
        await recorder.UpdateAsync((state, batch) =>
        {
            seen.Add(state.Customer);
            batch.RecordCheckedOut(state.Customer);
        });
        Assert.Equal(["old", "new"], seen);
    }

    [Fact]
    public async Task An_update_that_records_nothing_appends_nothing()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        AppendResult result = await new Cart.Recorder(store, "cart-1").UpdateAsync((_, _) => ValueTask.CompletedTask);
        Assert.Equal(0, result.Count);
        Assert.Equal(0, store.CallsOf(StoreOperations.Append));
    }

    [Fact]
    public async Task An_update_gives_up_after_too_many_conflicts()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        var recorder = new Cart.Recorder(store, "cart-1", new() { MaxConflicts = 2 });
        int runs = 0;
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await recorder.UpdateAsync((_, batch) =>
        {
            runs++;
            BeforeNextAppend(store, async () => await new Cart.Recorder(store, "cart-1").RecordNotedAsync(1));
            batch.RecordNoted(5);
        }));
        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task An_append_to_the_memory_store_allocates_only_what_is_stored()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        for (int i = 0; i < 10_000; i++)
        {
            await recorder.RecordNotedAsync(i);
        }

        const int Count = 100_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
        {
            ValueTask<AppendResult> append = recorder.RecordNotedAsync(i);
            Assert.True(append.IsCompletedSuccessfully);
        }

        // Per event: its struct, its payload of a few bytes, its place in the feed; each array at most doubled.
        long perEvent = (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
        int stored = System.Runtime.CompilerServices.Unsafe.SizeOf<RecordedEvent>() + 6 + 24;
        Assert.InRange(perEvent, 0, stored * 2);
    }

    private static FaultInjectingStore Breaking(int times, bool losesAnswers)
    {
        var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Times = times, Moment = losesAnswers ? FaultMoment.After : FaultMoment.Before });
        return store;
    }

    private static void BeforeNextAppend(FaultInjectingStore store, Func<Task> act) => store.Add(new() { Throws = null, Run = _ => new(act()) });
}
