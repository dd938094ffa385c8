using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.EndToEnd;

/// <summary>What states make of streams that expire.</summary>
public sealed class TtlFoldTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly ManualTimeProvider _clock = new(Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_expired_stream_folds_to_the_initial_state_and_its_snapshot_does_not_count()
    {
        await using TtlEventStore store = EventStores.Memory().WithTtl(TimeSpan.FromDays(1), TtlMode.Streams, _clock);
        Cart.Recorder recorder = await RecordAsync(store);
        await store.SaveSnapshotAsync("cart", await store.LoadAsync<Cart>("cart", cancellationToken: Stop), _clock, Stop);
        _clock.Advance(TimeSpan.FromDays(2));
        Versioned<Cart> cart = await store.LoadAsync<Cart>("cart", cancellationToken: Stop);
        Assert.Equal((0L, ""), (cart.Version, cart.State.Customer));
        Assert.Null(await store.GetSnapshotAsync<Cart>("cart", cancellationToken: Stop));
        AppendResult again = await recorder.UpdateAsync((state, batch) => batch.RecordOpened(state.Customer + "bob"), cancellationToken: Stop);
        Assert.Equal(0, again.FirstSequence);
        Assert.Equal("bob", (await store.LoadAsync<Cart>("cart", cancellationToken: Stop)).State.Customer);
    }

    [Fact]
    public async Task Expired_events_refuse_a_fold_unless_what_is_left_will_do()
    {
        await using TtlEventStore store = EventStores.Memory().WithTtl(TimeSpan.FromDays(1), TtlMode.Events, _clock);
        Cart.Recorder recorder = await RecordAsync(store);
        _clock.Advance(TimeSpan.FromDays(2));
        _ = await recorder.RecordNotedAsync(5, cancellationToken: Stop);
        StreamTruncatedException exception = await Assert.ThrowsAsync<StreamTruncatedException>(async () => _ = await store.LoadAsync<Cart>("cart", cancellationToken: Stop));
        Assert.Equal("cart", exception.StreamId);
        Versioned<Cart> left = await store.LoadAsync<Cart>("cart", options: new() { AllowPartial = true }, cancellationToken: Stop);
        Assert.Equal((3L, "", 5L), (left.Version, left.State.Customer, left.State.Noted));
        await using Replay<Cart> replay = store.Replay<Cart>("cart");
        _ = await Assert.ThrowsAsync<StreamTruncatedException>(async () => _ = await replay.ToEndAsync(Stop));
    }

    [Fact]
    public async Task A_snapshot_that_covers_what_expired_lets_the_fold_go_on()
    {
        await using TtlEventStore store = EventStores.Memory().WithTtl(TimeSpan.FromDays(1), TtlMode.Events, _clock);
        Cart.Recorder recorder = await RecordAsync(store);
        await store.SaveSnapshotAsync("cart", await store.LoadAsync<Cart>("cart", cancellationToken: Stop), _clock, Stop);
        _clock.Advance(TimeSpan.FromDays(2));
        _ = await recorder.RecordNotedAsync(5, cancellationToken: Stop);
        _ = await store.PurgeExpiredAsync(Stop);
        Versioned<Cart> cart = await store.LoadAsync<Cart>("cart", cancellationToken: Stop);
        Assert.Equal((3L, "ada", 6L), (cart.Version, cart.State.Customer, cart.State.Noted));
    }

    private async Task<Cart.Recorder> RecordAsync(IEventStore store)
    {
        var recorder = new Cart.Recorder(store, "cart", new() { TimeProvider = _clock });
        _ = await recorder.RecordOpenedAsync("ada", cancellationToken: Stop);
        _ = await recorder.RecordNotedAsync(1, cancellationToken: Stop);
        return recorder;
    }
}
