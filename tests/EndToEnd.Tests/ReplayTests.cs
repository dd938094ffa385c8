using Daybook.Testing;

namespace Daybook.Tests.EndToEnd;

public sealed class ReplayTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_range_starts_from_the_state_before_it()
    {
        await using IEventStore store = await NotesAsync(100, i => i);
        await using var replay = store.Replay<Cart>("cart-1", new() { From = 40, To = 42 });
        Assert.Throws<InvalidOperationException>(() => replay.State);
        Assert.Equal(39 * 40 / 2, (await replay.StartAsync()).Noted);
        Assert.Equal(39 * 40 / 2, replay.State.Noted);
        Assert.Equal(39, replay.Position);
        var seen = new List<(long, long)>();
        await foreach (Envelope envelope in replay)
        {
            seen.Add((envelope.Sequence, replay.State.Noted));
        }

        Assert.Equal([(40L, 820L), (41L, 861L), (42L, 903L)], seen);
    }

    [Fact]
    public async Task Enumerating_again_starts_anew()
    {
        await using IEventStore store = await NotesAsync(5, i => i);
        await using var replay = store.Replay<Cart>("cart-1");
        Assert.Equal(10, (await replay.ToEndAsync()).Noted);
        Assert.Equal(10, (await replay.ToEndAsync()).Noted);
    }

    [Fact]
    public async Task A_missing_stream_is_refused_or_empty_by_option()
    {
        await using IEventStore store = EventStores.Memory();
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.Replay<Cart>("nobody").ToEndAsync());
        Cart cart = await store.Replay<Cart>("nobody", new() { AllowMissing = true }).ToEndAsync();
        Assert.Equal("", cart.Customer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(0.5)]
    public async Task Waits_follow_the_recorded_times_without_drift(double speed)
    {
        int[] milliseconds = [0, 100, 101, 101, 90, 5_000, 5_001, 60_000];
        await using IEventStore store = await NotesAsync(milliseconds.Length, i => milliseconds[i]);
        var clock = new ManualTimeProvider(Later) { JumpsToTimers = true };
        await using var replay = store.Replay<Cart>("cart-1", new() { Speed = speed, TimeProvider = clock });
        int next = 0;
        int latest = 0;
        await foreach (Envelope _ in replay)
        {
            latest = Math.Max(latest, milliseconds[next++]);
            Assert.Equal(Math.Ceiling(latest / speed), Math.Ceiling((clock.GetUtcNow() - Later).TotalMilliseconds));
        }
    }

    [Fact]
    public async Task Speed_0_waits_for_nothing()
    {
        await using IEventStore store = await NotesAsync(3, i => i * 1_000_000);
        var clock = new ManualTimeProvider(Later);
        await using var replay = store.Replay<Cart>("cart-1", new() { TimeProvider = clock });
        Assert.Equal(3, (await replay.ToEndAsync()).Noted);
        Assert.Equal(0, clock.CountTimers());
    }

    [Fact]
    public async Task A_replay_can_be_paused_resumed_and_sped_up()
    {
        await using IEventStore store = await NotesAsync(4, i => i * 1000);
        var clock = new ManualTimeProvider(Later);
        await using var replay = store.Replay<Cart>("cart-1", new() { Speed = 1, TimeProvider = clock });
        var seen = new System.Collections.Concurrent.ConcurrentQueue<long>();
        replay.OnAny(envelope =>
        {
            seen.Enqueue(envelope.Sequence);
            return ValueTask.CompletedTask;
        });
        Task<Cart> run = Task.Run(async () => await replay.ToEndAsync());
        await UntilAsync(() => seen.Count == 1 && clock.CountTimers() == 1);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        replay.Pause();
        Assert.True(replay.IsPaused);
        clock.Advance(TimeSpan.FromHours(5));
        replay.Resume();
        await UntilAsync(() => clock.CountTimers() == 1);
        Assert.Single(seen);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await UntilAsync(() => seen.Count == 2 && clock.CountTimers() == 1);
        replay.Speed = 10;
        await UntilAsync(() => clock.CountTimers() == 1);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await UntilAsync(() => seen.Count == 3 && clock.CountTimers() == 1);
        replay.Speed = 0;
        Assert.Equal(6, (await run).Noted);
    }

    [Fact]
    public async Task After_running_ahead_at_speed_0_waits_count_from_there()
    {
        await using IEventStore store = await NotesAsync(4, i => i * 1000);
        var clock = new ManualTimeProvider(Later) { JumpsToTimers = true };
        await using var replay = store.Replay<Cart>("cart-1", new() { TimeProvider = clock });
        var times = new List<double>();
        await foreach (Envelope envelope in replay)
        {
            times.Add((clock.GetUtcNow() - Later).TotalMilliseconds);
            replay.Speed = envelope.Sequence == 1 ? 1 : replay.Speed;
        }

        Assert.Equal([0, 0, 1000, 2000], times);
    }

    [Fact]
    public async Task A_stream_that_is_replaced_under_a_replay_is_not_mixed_with_the_new_one()
    {
        await using IEventStore store = await NotesAsync(50, i => i);
        await using var replay = store.Replay<Cart>("cart-1", new() { From = 40 });
        IAsyncEnumerator<Envelope> enumerator = replay.GetAsyncEnumerator();
        await store.DeleteStreamAsync("cart-1");
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await enumerator.MoveNextAsync());
        await enumerator.DisposeAsync();

        await using IEventStore second = await NotesAsync(2_000, i => i);
        await Assert.ThrowsAsync<StreamNotFoundException>(async () =>
        {
            await foreach (Envelope envelope in second.Replay<Cart>("cart-1"))
            {
                if (envelope.Sequence == 5)
                {
                    await second.DeleteStreamAsync("cart-1");
                }
            }
        });
    }

    [Fact]
    public async Task Handlers_run_in_order_and_see_the_state_up_to_their_event()
    {
        await using IEventStore store = await NotesAsync(2, i => i);
        var log = new List<string>();
        await using var replay = store.Replay<Cart>("cart-1");
        replay.On<Noted>(async (e, context) =>
        {
            await Task.Yield();
            log.Add($"typed {context.Sequence} {e.Number} {replay.State.Noted}");
        });
        replay.On<Opened>((_, _) => log.Add("never"));
        replay.OnAny(envelope => log.Add($"any {envelope.Event}"));
        await foreach (Envelope envelope in replay)
        {
            log.Add($"handed out {envelope.Is<Noted>()} {envelope.ToJson()} {envelope}");
        }

        Assert.Equal(
            [
                "typed 0 0 0", "any Noted { Number = 0 }", "handed out True {\"Number\":0} cart.noted { Number = 0 }",
                "typed 1 1 1", "any Noted { Number = 1 }", "handed out True {\"Number\":1} cart.noted { Number = 1 }",
            ],
            log);
    }

    [Fact]
    public async Task Bad_options_are_refused()
    {
        await using IEventStore store = EventStores.Memory();
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Replay<Cart>("a", new() { Speed = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Replay<Cart>("a", new() { Speed = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Replay<Cart>("a", new() { Speed = double.PositiveInfinity }));
        Assert.Throws<ArgumentNullException>(() => store.Replay<Cart>("a", new() { TimeProvider = null! }));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Replay<Cart>("a", new() { From = -1 }));
        Assert.Throws<InvalidStreamIdException>(() => store.Replay<Cart>(""));
    }

    [Fact]
    public async Task What_is_appended_while_it_runs_is_not_part_of_it()
    {
        await using IEventStore store = await NotesAsync(3, i => i);
        var recorder = new Cart.Recorder(store, "cart-1");
        int count = 0;
        await foreach (Envelope _ in store.Replay<Cart>("cart-1"))
        {
            count++;
            await recorder.RecordNotedAsync(1);
        }

        Assert.Equal(3, count);
    }

    [Fact]
    public async Task The_feed_reads_as_envelopes_too()
    {
        await using IEventStore store = await NotesAsync(3, i => i);
        await new Cart.Recorder(store, "cart-2").RecordOpenedAsync("ada");
        List<string> lines = await store.ReadAllEventsAsync().Select(envelope => $"{envelope.StreamId}/{envelope.Sequence} {envelope.EventType}").ToListAsync();
        Assert.Equal(["cart-1/0 cart.noted@1", "cart-1/1 cart.noted@1", "cart-1/2 cart.noted@1", "cart-2/0 cart.opened@1"], lines);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<IEventStore> NotesAsync(int count, Func<int, int> milliseconds)
    {
        IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        for (int i = 0; i < count; i++)
        {
            await recorder.RecordNotedAsync(i, new() { Timestamp = Start.AddMilliseconds(milliseconds(i)) });
        }

        return store;
    }
}
