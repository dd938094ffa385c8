namespace Daybook.Tests.EndToEnd;

public sealed class LoadTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_missing_stream_loads_as_the_initial_state_at_version_0()
    {
        await using IEventStore store = EventStores.Memory();
        Versioned<Cart> cart = await store.LoadAsync<Cart>("nobody");
        Assert.Equal(0, cart.Version);
        Assert.True(StateComparer.Compare(new Cart(), cart.State).Identical);
        await Assert.ThrowsAsync<InvalidStreamIdException>(async () => await store.LoadAsync<Cart>("$nobody"));
    }

    [Fact]
    public async Task A_state_loads_as_of_a_sequence_and_as_of_a_time()
    {
        await using IEventStore store = await NotesAsync(10);
        Assert.Equal(0 + 1 + 2 + 3, (await store.LoadAsync<Cart>("cart-1", 3)).State.Noted);
        Assert.Equal(4, (await store.LoadAsync<Cart>("cart-1", 3)).Version);
        Assert.Equal(10, (await store.LoadAsync<Cart>("cart-1", 99)).Version);
        Assert.Equal(6, (await store.LoadAsync<Cart>("cart-1", Start.AddSeconds(5))).Version);
        Assert.Equal(0, (await store.LoadAsync<Cart>("cart-1", Start.AddSeconds(-1))).Version);
        Assert.Equal(10, (await store.LoadAsync<Cart>("cart-1", DateTimeOffset.MaxValue)).Version);
    }

    [Fact]
    public async Task Every_prefix_of_a_long_stream_folds_to_its_sum()
    {
        await using IEventStore store = await NotesAsync(9_000);
        foreach (long at in (long[])[0, 1, 4094, 4095, 4096, 4097, 8191, 8192, 8999])
        {
            Assert.Equal(at * (at + 1) / 2, (await store.LoadAsync<Cart>("cart-1", at)).State.Noted);
        }
    }

    [Fact]
    public async Task An_event_that_the_state_does_not_know_is_refused_or_skipped()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        await recorder.RecordOpenedAsync("ada");
        await recorder.RecordNotedAsync(1);
        var exception = await Assert.ThrowsAsync<UnknownEventTypeException>(async () => await store.LoadAsync<CartCustomer>("cart-1"));
        Assert.Equal(1, exception.Sequence);
        Assert.Equal("cart-1", exception.StreamId);
        Assert.Equal(new("cart.noted", 1), exception.EventType);
        Versioned<CartCustomer> skipped = await store.LoadAsync<CartCustomer>("cart-1", options: new() { SkipUnknownEvents = true });
        Assert.Equal("ada", skipped.State.Customer);
        Assert.Equal(2, skipped.Version);
    }

    [Fact]
    public async Task An_event_that_is_only_recorded_changes_nothing()
    {
        await using IEventStore store = EventStores.Memory();
        await new Cart.Recorder(store, "cart-1").RecordAuditedAsync("eve");
        Versioned<Cart> cart = await store.LoadAsync<Cart>("cart-1");
        Assert.Equal(1, cart.Version);
        Assert.True(StateComparer.Compare(new Cart(), cart.State).Identical);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_reported_with_its_place()
    {
        await using IEventStore store = EventStores.Memory();
        using var batch = new Stores.AppendBatch();
        batch.Start("cart-1");
        batch.Buffer.GetSpan(1)[0] = 0xC1;
        batch.Buffer.Advance(1);
        batch.Add(EventDescriptor.Of<Opened>().Schema, EventId.From("cart-1", "bad"), Start, null, 0);
        await store.AppendAsync(batch);
        var exception = await Assert.ThrowsAsync<CorruptEventException>(async () => await store.LoadAsync<Cart>("cart-1"));
        Assert.Equal(0, exception.Sequence);
        Assert.Equal("cart-1", exception.StreamId);
    }

    [Fact]
    public async Task Snapshots_save_folding_and_give_the_same_state()
    {
        await using var store = new CountingStore(await NotesAsync(1_000));
        Versioned<Cart> full = await store.LoadAsync<Cart>("cart-1", 899);
        await store.SaveSnapshotAsync("cart-1", full);
        int before = store.EventsRead;
        Versioned<Cart> loaded = await store.LoadAsync<Cart>("cart-1");
        Assert.Equal(100, store.EventsRead - before);
        Versioned<Cart> ignoring = await store.LoadAsync<Cart>("cart-1", options: new() { IgnoreSnapshots = true });
        Assert.True(StateComparer.Compare(ignoring.State, loaded.State).Identical);
        Assert.Equal(ignoring.Version, loaded.Version);
        Assert.Equal(500 * 501 / 2, (await store.LoadAsync<Cart>("cart-1", 500)).State.Noted);
    }

    [Fact]
    public async Task Snapshots_are_found_at_or_before_a_sequence()
    {
        await using IEventStore store = await NotesAsync(100);
        foreach (long at in (long[])[9, 29])
        {
            await store.SaveSnapshotAsync("cart-1", await store.LoadAsync<Cart>("cart-1", at));
        }

        Assert.Equal(30, (await store.GetSnapshotAsync<Cart>("cart-1"))!.Value.Version);
        Assert.Equal(10, (await store.GetSnapshotAsync<Cart>("cart-1", 28))!.Value.Version);
        Assert.Equal(10, (await store.GetSnapshotAsync<Cart>("cart-1", 9))!.Value.Version);
        Assert.Null(await store.GetSnapshotAsync<Cart>("cart-1", 8));
        Assert.True(await store.DeleteSnapshotsAsync("cart-1"));
        Assert.Null(await store.GetSnapshotAsync<Cart>("cart-1"));
    }

    [Fact]
    public async Task Snapshots_of_another_identity_or_incarnation_are_ignored()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        await recorder.RecordOpenedAsync("ada");
        Versioned<Cart> old = await store.LoadAsync<Cart>("cart-1");
        await store.SaveSnapshotAsync("cart-1", old);
        Assert.Equal("ADA", (await store.LoadAsync<CartWithShouting>("cart-1")).State.Customer);
        Assert.Null(await store.GetSnapshotAsync<CartWithShouting>("cart-1"));

        await store.DeleteStreamAsync("cart-1");
        await recorder.RecordOpenedAsync("bob");
        Assert.Equal("bob", (await store.LoadAsync<Cart>("cart-1")).State.Customer);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.SaveSnapshotAsync("cart-1", old));
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.SaveSnapshotAsync("nobody", old));
    }

    private static async Task<IEventStore> NotesAsync(int count)
    {
        IEventStore store = EventStores.Memory();
        var recorder = new Cart.Recorder(store, "cart-1");
        for (int i = 0; i < count; i++)
        {
            await recorder.RecordNotedAsync(i, new() { Timestamp = Start.AddSeconds(i) });
        }

        return store;
    }
}
