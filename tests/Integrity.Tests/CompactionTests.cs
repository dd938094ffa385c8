namespace Daybook.Tests.Integrity;

public sealed class CompactionTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_compacted_stream_loads_and_goes_on_as_if_nothing_had_happened()
    {
        await using IEventStore store = await PaymentsAsync(100);
        Versioned<Account> before = await store.LoadAsync<Account>("acc-1");
        Assert.True(await store.CompactAsync<Account>("acc-1"));
        StreamInfo info = (await store.GetStreamInfoAsync("acc-1"))!;
        Assert.Equal((100, 101, Start.AddSeconds(99)), (info.FirstSequence, info.Version, info.LastTimestamp));

        Versioned<Account> after = await store.LoadAsync<Account>("acc-1");
        Assert.True(StateComparer.Compare(before.State, after.State).Identical);
        Assert.Equal(101, after.Version);
        var recorder = new Account.Recorder(store, "acc-1");
        AppendResult appended = await recorder.UpdateAsync((state, batch) => batch.RecordPaid(state.Cents));
        Assert.Equal(101, appended.FirstSequence);
        Assert.Equal(before.State.Cents * 2, (await store.LoadAsync<Account>("acc-1")).State.Cents);
        Assert.Equal(before.State.Cents, (await store.LoadAsync<Account>("acc-1", 100)).State.Cents);
    }

    [Fact]
    public async Task Compacting_again_does_something_only_when_there_is_something_new()
    {
        await using IEventStore store = await PaymentsAsync(10);
        Assert.True(await store.CompactAsync<Account>("acc-1"));
        Assert.False(await store.CompactAsync<Account>("acc-1"));
        Assert.Equal(11, (await store.GetStreamInfoAsync("acc-1"))!.Version);
        await new Account.Recorder(store, "acc-1").RecordPaidAsync(1);
        Assert.True(await store.CompactAsync<Account>("acc-1"));
        Assert.Equal((12, 13), await RangeAsync(store));
        Assert.Equal((45 + 1), (await store.LoadAsync<Account>("acc-1")).State.Cents);
    }

    [Fact]
    public async Task What_lies_before_the_baseline_is_gone_for_every_way_of_asking()
    {
        await using IEventStore store = await PaymentsAsync(10);
        await store.CompactAsync<Account>("acc-1");
        await Assert.ThrowsAsync<StreamTruncatedException>(async () => await store.LoadAsync<Account>("acc-1", 8));
        await Assert.ThrowsAsync<StreamTruncatedException>(async () => await store.LoadAsync<Account>("acc-1", Start.AddSeconds(8)));
        Assert.Equal(45, (await store.LoadAsync<Account>("acc-1", 9)).State.Cents);
        Assert.Equal(10, (await store.LoadAsync<Account>("acc-1", 9)).Version);
        Assert.Equal(45, (await store.LoadAsync<Account>("acc-1", Start.AddSeconds(9))).State.Cents);
        Assert.Equal(0, (await store.LoadAsync<Account>("acc-1", 8, new() { AllowPartial = true })).State.Cents);

        // Another state has no baseline here.
        await Assert.ThrowsAsync<StreamTruncatedException>(async () => await store.LoadAsync<Balance>("acc-1"));
        Assert.Equal(0, (await store.LoadAsync<Balance>("acc-1", options: new() { AllowPartial = true })).State.Cents);
    }

    [Fact]
    public async Task Several_states_start_from_baselines_of_their_own()
    {
        await using IEventStore store = await PaymentsAsync(10);
        await new Account.Recorder(store, "acc-1").RecordOpenedAsync("ada");
        Assert.Equal(11, await store.SaveBaselineAsync<Balance>("acc-1"));
        Assert.Equal(11, await store.SaveBaselineAsync<Balance>("acc-1"));
        Assert.Equal(45, (await store.LoadAsync<Balance>("acc-1")).State.Cents);
        await store.SaveBaselineAsync<Owner>("acc-1");
        Assert.True(await store.CompactAsync<Account>("acc-1"));
        Assert.Equal((11, 14), await RangeAsync(store));
        await new Account.Recorder(store, "acc-1").RecordPaidAsync(5);
        Assert.Equal(50, (await store.LoadAsync<Account>("acc-1")).State.Cents);
        Assert.Equal(50, (await store.LoadAsync<Balance>("acc-1")).State.Cents);
        Assert.Equal("ada", (await store.LoadAsync<Owner>("acc-1")).State.Name);
    }

    [Fact]
    public async Task A_crash_between_baseline_and_truncation_is_harmless_and_ended_by_the_next_call()
    {
        await using var store = new BreakingStore(await PaymentsAsync(10)) { FailsTruncations = true };
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CompactAsync<Account>("acc-1"));
        Assert.Equal((0, 11), await RangeAsync(store));
        Assert.Equal(45, (await store.LoadAsync<Account>("acc-1")).State.Cents);
        Assert.Equal(45, (await store.LoadAsync<Balance>("acc-1")).State.Cents);
        Assert.Equal(3, (await store.LoadAsync<Account>("acc-1", 2)).State.Cents);
        store.FailsTruncations = false;
        Assert.True(await store.CompactAsync<Account>("acc-1"));
        Assert.Equal((10, 11), await RangeAsync(store));
        Assert.Equal(45, (await store.LoadAsync<Account>("acc-1")).State.Cents);
    }

    [Fact]
    public async Task Appends_in_between_are_folded_in_before_the_cut()
    {
        IEventStore inner = await PaymentsAsync(10);
        var recorder = new Account.Recorder(inner, "acc-1");
        int left = 3;
        await using var store = new BreakingStore(inner)
        {
            BeforeAppend = async () =>
            {
                if (left-- > 0)
                {
                    await recorder.RecordPaidAsync(100);
                }
            },
        };
        Assert.True(await store.CompactAsync<Account>("acc-1"));
        Assert.Equal((13, 14), await RangeAsync(store));
        Assert.Equal(345, (await store.LoadAsync<Account>("acc-1")).State.Cents);
    }

    [Fact]
    public async Task Many_writers_and_compactions_at_once_lose_nothing()
    {
        await using IEventStore store = await PaymentsAsync(1);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task[] writers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                var recorder = new Account.Recorder(store, "acc-1", new() { MaxConflicts = 1000 });
                for (int i = 0; i < 100; i++)
                {
                    await recorder.UpdateAsync((_, batch) => batch.RecordPaid(1), cancellationToken: cancellation);
                }
            },
            cancellation))];
        var all = Task.WhenAll(writers);
        while (!all.IsCompleted)
        {
            try
            {
                await store.CompactAsync<Account>("acc-1", cancellationToken: cancellation);
            }
            catch (ConcurrencyException)
            {
                // The writers were faster; the next round gets its turn.
            }
        }

        await all;
        await store.CompactAsync<Account>("acc-1", cancellationToken: cancellation);
        Assert.Equal(400, (await store.LoadAsync<Account>("acc-1", cancellationToken: cancellation)).State.Cents);
        Assert.Equal(1, (await store.GetStreamInfoAsync("acc-1", cancellation))!.Count);
    }

    [Fact]
    public async Task A_replay_of_a_compacted_stream_starts_with_its_baseline()
    {
        await using IEventStore store = await PaymentsAsync(10);
        await store.CompactAsync<Account>("acc-1");
        await new Account.Recorder(store, "acc-1").RecordPaidAsync(5);
        await using Replay<Account> whole = store.Replay<Account>("acc-1");
        Assert.Equal(45, (await whole.StartAsync(TestContext.Current.CancellationToken)).Cents);
        var seen = new List<string>();
        whole.OnAny(envelope => seen.Add($"{envelope.Sequence} {envelope.EventType}"));
        Assert.Equal(50, (await whole.ToEndAsync(TestContext.Current.CancellationToken)).Cents);
        Assert.Equal(["10 $baseline@1", "11 account.paid@1"], seen);

        await using Replay<Account> later = store.Replay<Account>("acc-1", new() { From = 11 });
        Assert.Equal(45, (await later.StartAsync(TestContext.Current.CancellationToken)).Cents);
        foreach (ReplayOptions gone in (ReplayOptions[])[new() { From = 5 }, new() { To = 8 }])
        {
            await using Replay<Account> replay = store.Replay<Account>("acc-1", gone);
            await Assert.ThrowsAsync<StreamTruncatedException>(async () => await replay.ToEndAsync(TestContext.Current.CancellationToken));
        }

        await using Replay<Account> partial = store.Replay<Account>("acc-1", new() { From = 5, Load = new() { AllowPartial = true } });
        Assert.Equal(50, (await partial.ToEndAsync(TestContext.Current.CancellationToken)).Cents);
    }

    [Fact]
    public async Task What_cannot_be_compacted_is_said()
    {
        await using IEventStore store = await PaymentsAsync(10);
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.CompactAsync<Account>("nobody"));
        await Assert.ThrowsAsync<InvalidStreamIdException>(async () => await store.CompactAsync<Account>("$snapshots:acc-1"));
        await store.TruncateStreamAsync("acc-1", 5);
        await Assert.ThrowsAsync<StreamTruncatedException>(async () => await store.CompactAsync<Account>("acc-1"));
        Assert.True(await store.CompactAsync<Account>("acc-1", new() { AllowPartial = true }));
        Assert.Equal(5 + 6 + 7 + 8 + 9, (await store.LoadAsync<Account>("acc-1")).State.Cents);
    }

    private static async Task<IEventStore> PaymentsAsync(int count)
    {
        IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        for (int i = 0; i < count; i++)
        {
            await recorder.RecordPaidAsync(i, new() { Timestamp = Start.AddSeconds(i) });
        }

        return store;
    }

    private static async Task<(long First, long Version)> RangeAsync(IEventStore store)
    {
        StreamInfo info = (await store.GetStreamInfoAsync("acc-1"))!;
        return (info.FirstSequence, info.Version);
    }
}
