using System.Collections.Immutable;
using Daybook.FeedTesting;
using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Handlers_are_typed_and_meet_older_versions(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await test.Store.AppendOldAsync("o-1", new("old", 1));
        await new Order.Recorder(test.Store, "o-1").RecordPaidAsync(5, cancellationToken: Stop);
        await new Stray.Recorder(test.Store, "s-1").RecordSeenAsync(1, cancellationToken: Stop);
        var calls = new List<string>();
        Subscription subscription = test.Store.Subscribe("typed")
            .On<Placed>((e, context) => calls.Add($"placed {e.Count} part {context.Part}"))
            .On<Paid>(async (e, _) =>
            {
                await Task.Yield();
                calls.Add($"paid {e.Cents}");
            })
            .On<Noted>((e, context) => calls.Add($"noted {e.Text} part {context.Part}"));
        await subscription.CatchUpAsync(Stop);
        Assert.Equal(["placed 1 part 0", "placed 2 part 2", "noted split part 1", "paid 5"], calls);

        await subscription.OnAny(envelope => calls.Add(envelope.EventType.ToString())).CatchUpAsync(Stop);
        Assert.Equal(4, calls.Count);
        await new Stray.Recorder(test.Store, "s-1").RecordSeenAsync(2, cancellationToken: Stop);
        await subscription.CatchUpAsync(Stop);
        Assert.Equal("stray.seen@1", calls[^1]);
    }

    [Theory, EachStore]
    public async Task Goes_on_at_its_checkpoint(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        var handled = new List<long>();
        for (int run = 0; run < 5; run++)
        {
            await Worker.WriteAsync(test.Store, first: run * 100, count: 100, seed: run);
            await test.Store.Subscribe("counter").OnAny(envelope => handled.Add(envelope.NumberOf())).CatchUpAsync(Stop);
            await test.ReopenAsync();
        }

        Assert.Equal(Enumerable.Range(0, 500).Select(number => (long)number), handled);
    }

    [Theory, EachStore]
    public async Task A_failing_handler_ends_the_run_before_its_event(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await test.Store.AddAsync("count-1", [.. Enumerable.Range(0, 50).Select(number => (long)number)]);
        var handled = new List<long>();
        bool fails = true;
        Subscription subscription = test.Store.Subscribe("failing", new() { CheckpointEvery = 1000 }).On<Added>((e, _) =>
        {
            if (e.Number == 30 && fails)
            {
                throw new InvalidOperationException("No.");
            }

            handled.Add(e.Number);
        });
        var exception = await Assert.ThrowsAsync<SubscriptionException>(() => subscription.RunAsync(Stop));
        Assert.Equal(("failing", "count-1", 30), (exception.Subscription, exception.StreamId, exception.Sequence));
        Assert.Equal((await test.Store.ReadEventsAsync("count-1", cancellationToken: Stop).ToListAsync(envelope => envelope.Offset))[30], exception.Offset);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.Equal(exception.Offset, subscription.Position);

        await test.ReopenAsync();
        fails = false;
        await test.Store.Subscribe("failing").On<Added>((e, _) => handled.Add(e.Number)).CatchUpAsync(Stop);
        Assert.Equal(Enumerable.Range(0, 50).Select(number => (long)number), handled);
    }

    [Theory, EachStore]
    public async Task Batches_come_again_as_a_whole(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await test.Store.AddAsync("count-1", [.. Enumerable.Range(0, 25).Select(number => (long)number)]);
        var batches = new List<int>();
        int failures = 1;
        Subscription subscription = test.Store.Subscribe("batches", new() { PageSize = 10 }).OnBatch((ImmutableArray<Envelope> batch) =>
        {
            if (batch[0].Sequence == 10 && failures-- > 0)
            {
                throw new InvalidOperationException("No.");
            }

            batches.Add(batch.Length);
            return ValueTask.CompletedTask;
        });
        var exception = await Assert.ThrowsAsync<SubscriptionException>(() => subscription.CatchUpAsync(Stop));
        Assert.Equal(10, exception.Sequence);
        await subscription.CatchUpAsync(Stop);
        Assert.Equal([10, 10, 5], batches);
    }

    [Theory, EachStore]
    public async Task Runs_until_it_is_stopped(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        var met = new SemaphoreSlim(0);
        var handled = new List<long>();
        Subscription subscription = test.Store.Subscribe("runner").OnAny(envelope =>
        {
            handled.Add(envelope.NumberOf());
            met.Release();
        });
        Task run = subscription.RunAsync(Stop);
        for (int i = 0; i < 3; i++)
        {
            await test.Store.AddAsync("count-1", i);
            await met.WaitAsync(Stop);
        }

        Assert.Throws<InvalidOperationException>(() => { _ = subscription.CatchUpAsync(Stop); });
        await subscription.StopAsync();
        await run;
        Assert.True(run.IsCompletedSuccessfully);
        await test.Store.AddAsync("count-1", 3);

        // The checkpoint was saved when the run was stopped.
        await test.Store.Subscribe("runner").OnAny(envelope => handled.Add(envelope.NumberOf())).CatchUpAsync(Stop);
        Assert.Equal([0, 1, 2, 3], handled);

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task cancelled = subscription.RunAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task A_quiet_subscription_saves_after_the_interval_only()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var met = new SemaphoreSlim(0);
        Task run = test.Store.Subscribe("quiet", new() { TimeProvider = clock, CheckpointInterval = TimeSpan.FromMinutes(1) }).OnAny(_ => { met.Release(); }).RunAsync(Stop);
        await test.Store.AddAsync("count-1", 1);
        await met.WaitAsync(Stop);
        while (clock.CountTimers() == 0)
        {
            await Task.Delay(1, Stop);
        }

        Assert.Null(await test.Store.GetStreamInfoAsync("$checkpoint:quiet", Stop));
        clock.Advance(TimeSpan.FromMinutes(1));
        while (await test.Store.GetStreamInfoAsync("$checkpoint:quiet", Stop) is null)
        {
            await Task.Delay(1, Stop);
        }

        Assert.False(run.IsCompleted);
    }

    [Theory, EachStore]
    public async Task Checkpoints_do_not_pile_up(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await Worker.WriteAsync(test.Store, first: 0, count: 500, seed: 1);
        await test.Store.Subscribe("often", new() { CheckpointEvery = 1 }).OnAny(_ => { }).CatchUpAsync(Stop);
        StreamInfo? info = await test.Store.GetStreamInfoAsync("$checkpoint:often", Stop);
        Assert.NotNull(info);
        Assert.Equal(500, info.Version);
        Assert.Equal(test.Store.Capabilities.CanTruncate, info.Version - info.FirstSequence < 20);
    }

    [Fact]
    public async Task Nobody_moves_the_checkpoint_of_another()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await test.Store.AddAsync("count-1", 1, 2, 3);
        Subscription? other = null;
        Subscription first = test.Store.Subscribe("shared", new() { CheckpointEvery = 1 }).OnAny(async (Envelope envelope) =>
        {
            if (envelope.Sequence == 1)
            {
                await other!.CatchUpAsync(Stop);
            }
        });
        other = test.Store.Subscribe("shared", new() { CheckpointEvery = 1 }).OnAny(_ => { });
        var exception = await Assert.ThrowsAsync<CheckpointConflictException>(() => first.CatchUpAsync(Stop));
        Assert.Equal("shared", exception.Subscription);
        await test.Store.Subscribe("shared").OnAny(_ => Assert.Fail("Everything was handled.")).CatchUpAsync(Stop);
    }

    [Fact]
    public async Task From_the_end_means_the_end_at_the_first_start()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await test.Store.AddAsync("count-1", 1, 2, 3);
        SubscriptionOptions options = new() { From = FeedPosition.End };
        await test.Store.Subscribe("late", options).OnAny(_ => Assert.Fail("Too early.")).CatchUpAsync(Stop);
        await test.Store.AddAsync("count-1", 4);
        var handled = new List<long>();
        await test.Store.Subscribe("late", options).OnAny(envelope => handled.Add(envelope.NumberOf())).CatchUpAsync(Stop);
        Assert.Equal([4], handled);
    }

    [Fact]
    public async Task A_lost_line_is_not_the_end()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await Worker.WriteAsync(test.Store, first: 0, count: 200, seed: 1);
        var store = new BrokenLine(test.Store, every: 4);
        var handled = new List<long>();
        SubscriptionOptions options = new() { PageSize = 7, CheckpointEvery = 3, RetryDelay = TimeSpan.FromTicks(1) };
        await store.Subscribe("stubborn", options).OnAny(envelope => handled.Add(envelope.NumberOf())).CatchUpAsync(Stop);
        Assert.Equal(Enumerable.Range(0, 200).Select(number => (long)number), handled);
        Assert.True(store.Failures > 20);

        // A handler's own failure is no lost line.
        await test.Store.AddAsync("count-1", 200);
        await Assert.ThrowsAsync<SubscriptionException>(
            () => store.Subscribe("stubborn", options).OnAny(_ => throw new StoreUnavailableException("Another store.")).CatchUpAsync(Stop));
    }

    [Fact]
    public async Task A_reader_keeps_its_checkpoint_elsewhere()
    {
        string directory = Directory.CreateTempSubdirectory("daybook-").FullName;
        try
        {
            await using var writer = FileEventStore.Open(directory);
            await using var reader = FileEventStore.Open(directory, new() { ReadOnly = true });
            await using var own = TestStore.Open(StoreKind.Memory);
            Assert.Throws<ArgumentException>(() => reader.Subscribe("reader"));
            var handled = new List<long>();
            for (int i = 0; i < 3; i++)
            {
                await writer.AddAsync("count-1", i);
                await reader.Subscribe("reader", new() { CheckpointStore = own.Store }).OnAny(envelope => handled.Add(envelope.NumberOf())).CatchUpAsync(Stop);
            }

            Assert.Equal([0, 1, 2], handled);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Bad_arguments_are_refused()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        foreach (string name in new[] { "", "a/b", "a b", "ä", new string('x', 101) })
        {
            Assert.Throws<ArgumentException>(() => test.Store.Subscribe(name));
        }

        Assert.Throws<ArgumentException>(() => test.Store.Subscribe("x", new() { Query = EventQuery.All with { NewestFirst = true } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Store.Subscribe("x", new() { CheckpointEvery = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Store.Subscribe("x", new() { CheckpointInterval = TimeSpan.Zero }));
        Assert.Throws<InvalidOperationException>(() => { _ = test.Store.Subscribe("x").RunAsync(Stop); });
    }
}
