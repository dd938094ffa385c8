using Daybook.Stores;

namespace Daybook.Tests.Integrity;

public sealed class SnapshotPolicyTests
{
    private readonly List<SnapshotFailure> _failures = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorder_has_a_snapshot_taken_every_so_many_events()
    {
        await using IEventStore store = EventStores.Memory();
        SnapshotPolicy policy = Policy(10);
        var recorder = new Balance.Recorder(store, "acc-1", new() { Snapshots = policy });
        for (int i = 1; i <= 35; i++)
        {
            await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
            await policy.WaitAsync(Cancellation);
            Assert.Equal(i / 10 * 10, (await store.GetSnapshotAsync<Balance>("acc-1", cancellationToken: Cancellation))?.Version ?? 0);
        }

        Assert.True((await store.VerifySnapshotsAsync<Balance>("acc-1", Cancellation)).IsValid);
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task A_load_that_has_to_fold_much_leaves_a_snapshot()
    {
        await using IEventStore store = EventStores.Memory();
        SnapshotPolicy policy = Policy(10);
        var recorder = new Balance.Recorder(store, "acc-1");
        for (int i = 1; i <= 25; i++)
        {
            await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
            await store.LoadAsync<Balance>("acc-1", options: new() { Snapshots = policy }, cancellationToken: Cancellation);
            await policy.WaitAsync(Cancellation);
            Assert.Equal(i / 10 * 10, (await store.GetSnapshotAsync<Balance>("acc-1", cancellationToken: Cancellation))?.Version ?? 0);
        }
    }

    [Fact]
    public async Task Updates_leave_snapshots_too()
    {
        await using IEventStore store = EventStores.Memory();
        SnapshotPolicy policy = Policy(10);
        for (int i = 1; i <= 25; i++)
        {
            // A recorder of its own for each request, as servers have.
            var recorder = new Balance.Recorder(store, "acc-1", new() { Snapshots = policy });
            await recorder.UpdateAsync((_, batch) => batch.RecordPaid(1), cancellationToken: Cancellation);
            await policy.WaitAsync(Cancellation);
        }

        Assert.Equal(20, (await store.GetSnapshotAsync<Balance>("acc-1", cancellationToken: Cancellation))!.Value.Version);
    }

    [Fact]
    public async Task All_snapshots_of_a_growing_state_cost_no_more_than_its_events()
    {
        await using var store = new CountingStore(EventStores.Memory());
        SnapshotPolicy policy = Policy(10);
        var recorder = new Account.Recorder(store, "acc-1", new() { Snapshots = policy });
        var versions = new SortedSet<long>();
        for (int i = 0; i < 2_000; i++)
        {
            await recorder.RecordNotedAsync("a note of some length", cancellationToken: Cancellation);
            await policy.WaitAsync(Cancellation);
            versions.Add((await store.GetSnapshotAsync<Account>("acc-1", cancellationToken: Cancellation))?.Version ?? 0);
        }

        // The state is as long as its events: the distance doubles.
        Assert.InRange(versions.Count, 6, 12);
        Assert.InRange(versions.Max, 1_000, 2_000);
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task A_failing_snapshot_is_reported_and_fails_no_append()
    {
        await using var store = new NoSnapshotsStore(EventStores.Memory());
        SnapshotPolicy policy = Policy(10);
        var recorder = new Balance.Recorder(store, "acc-1", new() { Snapshots = policy });
        for (int i = 0; i < 10; i++)
        {
            await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
        }

        await policy.WaitAsync(Cancellation);
        SnapshotFailure failure = Assert.Single(_failures);
        Assert.Equal(("acc-1", "balance"), (failure.StreamId, failure.State));
        Assert.IsType<StoreUnavailableException>(failure.Exception);
        Assert.Equal(10, (await store.LoadAsync<Balance>("acc-1", cancellationToken: Cancellation)).State.Cents);
    }

    [Fact]
    public async Task What_may_be_partial_is_never_saved()
    {
        await using IEventStore store = EventStores.Memory();
        SnapshotPolicy policy = Policy(1);
        await new Balance.Recorder(store, "acc-1").RecordPaidAsync(1, cancellationToken: Cancellation);
        foreach (LoadOptions options in (LoadOptions[])[new() { AllowPartial = true }, new() { SkipUnknownEvents = true }, new() { IgnoreSnapshots = true }])
        {
            await store.LoadAsync<Balance>("acc-1", options: options with { Snapshots = policy }, cancellationToken: Cancellation);
        }

        await store.LoadAsync<Balance>("acc-1", 0, new() { Snapshots = policy }, Cancellation);
        await policy.WaitAsync(Cancellation);
        Assert.Null(await store.GetSnapshotAsync<Balance>("acc-1", cancellationToken: Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy(0));
    }

    private SnapshotPolicy Policy(int minEvents) => new(failure =>
    {
        lock (_failures)
        {
            _failures.Add(failure);
        }
    })
    {
        MinEvents = minEvents,
    };

    private sealed class NoSnapshotsStore(IEventStore inner) : DelegatingEventStore(inner)
    {
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) =>
            batch.StreamId.StartsWith('$') ? throw new StoreUnavailableException("The disk for these is full.") : Inner.AppendAsync(batch, cancellationToken);
    }
}
