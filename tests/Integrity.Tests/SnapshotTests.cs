namespace Daybook.Tests.Integrity;

public sealed class SnapshotTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public async Task A_load_from_a_snapshot_costs_the_same_whatever_the_length_of_the_stream(int length)
    {
        await using var store = new CountingStore(EventStores.Memory());
        var recorder = new Balance.Recorder(store, "acc-1");
        await PayAsync(recorder, length - 10);
        await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
        await PayAsync(recorder, 10);
        store.Reset();
        Versioned<Balance> loaded = await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation);
        Assert.Equal((length, length), (loaded.Version, loaded.State.Cents));
        Assert.Equal((3, 11), (store.Operations, store.Events));
    }

    [Fact]
    public async Task Snapshots_of_other_states_and_versions_cost_nothing()
    {
        await using var store = new CountingStore(EventStores.Memory());
        var recorder = new Account.Recorder(store, "acc-1");
        for (int i = 0; i < 6; i++)
        {
            await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
            await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
        }

        await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
        store.Reset();
        Assert.Equal(6, (await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation)).State.Cents);
        Assert.Equal((4, 2), (store.Operations, store.Events));
        store.Reset();
        Assert.Equal(2, (await store.LoadAsync<Account>("acc-1", 1, cancellationToken: Cancellation)).State.Cents);
        Assert.Equal(4, store.Operations);
        store.Reset();
        Assert.Equal(0, (await store.LoadAsync<AccountWithFees>("acc-1", cancellationToken: Cancellation)).State.Cents);
        Assert.Equal((3, 7), (store.Operations, store.Events));
    }

    [Fact]
    public async Task The_newest_eight_snapshots_stay_and_the_newest_of_each_state()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        for (int i = 1; i <= 40; i++)
        {
            await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
            await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
            if (i == 5)
            {
                await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
            }
        }

        Assert.Equal(5, (await store.GetSnapshotAsync<Balance>("acc-1", cancellationToken: Cancellation))!.Value.State.Cents);
        Assert.Equal(40, (await store.GetSnapshotAsync<Account>("acc-1", cancellationToken: Cancellation))!.Value.State.Cents);
        Assert.Equal(33, (await store.GetSnapshotAsync<Account>("acc-1", 32, Cancellation))!.Value.State.Cents);
        Assert.Null(await store.GetSnapshotAsync<Account>("acc-1", 31, Cancellation));
        StreamInfo snapshots = (await store.ListStreamsAsync("$snapshots:", cancellationToken: Cancellation)).Streams.Single();
        Assert.InRange(snapshots.Count, 9, 20);
        Assert.Equal(8, (await store.VerifySnapshotsAsync<Account>("acc-1", Cancellation)).Count);
        Assert.Equal(1, (await store.VerifySnapshotsAsync<Balance>("acc-1", Cancellation)).Count);
    }

    [Fact]
    public async Task Each_state_keeps_its_newest_eight_whatever_the_others_save()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        for (int i = 1; i <= 200; i++)
        {
            await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
            await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
            if (i is <= 10 or 60)
            {
                await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
            }

            Assert.InRange((await store.ListStreamsAsync("$snapshots:", cancellationToken: Cancellation)).Streams.Single().Count, 1, 64);
        }

        foreach (int version in (int[])[4, 5, 6, 7, 8, 9, 10, 60])
        {
            Assert.Equal(version, (await store.GetSnapshotAsync<Balance>("acc-1", version - 1, Cancellation))!.Value.State.Cents);
        }

        Assert.Null(await store.GetSnapshotAsync<Balance>("acc-1", 2, Cancellation));
        Assert.Equal([193, 200], new[] { 192, 199 }.Select(async sequence => (await store.GetSnapshotAsync<Account>("acc-1", sequence, Cancellation))!.Value.State.Cents).Select(task => task.Result));
        Assert.Null(await store.GetSnapshotAsync<Account>("acc-1", 191, Cancellation));
        Assert.Equal((8, 8), ((await store.VerifySnapshotsAsync<Account>("acc-1", Cancellation)).Count, (await store.VerifySnapshotsAsync<Balance>("acc-1", Cancellation)).Count));
    }

    [Fact]
    public async Task Compaction_drops_the_snapshots_that_lie_before_it()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
        await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
        await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
        await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
        await store.CompactAsync<Account>("acc-1", cancellationToken: Cancellation);
        Assert.Null(await store.GetSnapshotAsync<Account>("acc-1", cancellationToken: Cancellation));

        // The other state has no baseline: its snapshot stands right at the cut.
        Assert.Equal(2, (await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation)).State.Cents);
        await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
        await store.CompactAsync<Account>("acc-1", cancellationToken: Cancellation);
        Assert.Equal(0, (await store.ListStreamsAsync("$snapshots:", cancellationToken: Cancellation)).Streams.Single().Count);
    }

    [Fact]
    public async Task Verification_names_the_first_difference_of_the_oldest_bad_snapshot()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        Versioned<Account> good = default;
        for (int i = 1; i <= 3; i++)
        {
            await PayAsync(recorder, 10);
            good = await store.LoadAsync<Account>("acc-1", options: new() { IgnoreSnapshots = true }, cancellationToken: Cancellation);
            Versioned<Account> saved = i == 1 ? good : new(good.State with { Cents = good.State.Cents + i }, good.Version, good.Incarnation);
            await store.SaveSnapshotAsync("acc-1", saved, cancellationToken: Cancellation);
        }

        SnapshotVerification verification = await store.VerifySnapshotsAsync<Account>("acc-1", Cancellation);
        Assert.False(verification.IsValid);
        Assert.Equal((2, 20), (verification.Count, verification.BadVersion));
        Assert.Equal("Cents: 22 vs 20", verification.Comparison.ToString());
        await store.DeleteSnapshotsAsync("acc-1", Cancellation);
        await store.SaveSnapshotAsync("acc-1", good, cancellationToken: Cancellation);
        Assert.True((await store.VerifySnapshotsAsync<Account>("acc-1", Cancellation)).IsValid);
        Assert.Equal(0, (await store.VerifySnapshotsAsync<Account>("nobody", Cancellation)).Count);
    }

    [Fact]
    public async Task A_known_state_is_folded_on()
    {
        await using var store = new CountingStore(EventStores.Memory());
        var recorder = new Account.Recorder(store, "acc-1");
        await PayAsync(recorder, 100);
        Versioned<Account> known = await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation);
        await PayAsync(recorder, 3);
        store.Reset();
        Versioned<Account> loaded = await store.LoadAsync("acc-1", known, cancellationToken: Cancellation);
        Assert.Equal((103, 103, 1, 3), (loaded.Version, loaded.State.Cents, store.Operations, store.Events));
        await store.DeleteStreamAsync("acc-1", cancellationToken: Cancellation);
        Assert.Equal(0, (await store.LoadAsync("acc-1", loaded, cancellationToken: Cancellation)).Version);
        await PayAsync(recorder, 2);
        Assert.Equal(2, (await store.LoadAsync("acc-1", loaded, cancellationToken: Cancellation)).State.Cents);
    }

    private static async Task PayAsync<TState, TBatch>(EventRecorder<TState, TBatch> recorder, int count)
        where TState : IState<TState>
        where TBatch : RecorderBatch
    {
        while (count > 0)
        {
            await using TBatch batch = recorder.Batch();
            int part = Math.Min(count, 5_000);
            for (int i = 0; i < part; i++)
            {
                switch (batch)
                {
                    case Account.Batch account:
                        account.RecordPaid(1);
                        break;
                    case Balance.Batch balance:
                        balance.RecordPaid(1);
                        break;
                }
            }

            await batch.CommitAsync(Cancellation);
            count -= part;
        }
    }
}
