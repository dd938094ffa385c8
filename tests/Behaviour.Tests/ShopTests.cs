using Daybook.Behaviour.Tests.Shop;
using Daybook.Schema;

namespace Daybook.Behaviour.Tests;

public class ShopTests
{
    [Fact]
    public void An_event_survives_its_payload()
    {
        var added = new ItemAdded("sku-1", 2, 9.95m);
        Assert.Equal(added, Payload.Read<ItemAdded>(Payload.Of(added)));
    }

    [Fact]
    public void A_state_survives_its_payload()
    {
        var cart = new Cart { Customer = "ada", Lines = [new("sku-1", 2, 9.95m)], CheckedOutAt = DateTimeOffset.UnixEpoch };
        Cart read = Payload.ReadState<Cart>(Payload.OfState(cart));
        Assert.Equal(cart.Lines, read.Lines);
        Assert.Equal(cart with { Lines = default }, read with { Lines = default });
    }

    [Fact]
    public void A_schema_says_what_the_record_says()
    {
        RecordSchema schema = SchemaOf<ItemAdded>();
        Assert.Equal("event cart.item-added@1 (0 Sku: string, 1 Quantity: int32, 2 UnitPrice: decimal)", schema.Text);
        Assert.Equal(RecordSchema.FingerprintOf(schema.Text), schema.Fingerprint);
    }

    [Fact]
    public async Task What_a_recorder_writes_folds_to_the_state()
    {
        IEventStore store = EventStores.Memory();
        await using var disposable = store as IAsyncDisposable;
        var recorder = new Cart.Recorder(store, "cart-42");
        await recorder.RecordOpenedAsync("ada");
        await recorder.RecordAsync(new ItemAdded("sku-1", 2, 9.95m));
        await using (Cart.Batch batch = recorder.Batch())
        {
            batch.RecordItemAdded("sku-2", 1, 0.05m);
            batch.Record(new CheckedOut("pay-7"), new() { Timestamp = DateTimeOffset.UnixEpoch });
            await batch.CommitAsync();
        }

        Versioned<Cart> cart = await store.LoadAsync<Cart>("cart-42");
        Assert.Equal(4, cart.Version);
        Assert.Equal("ada", cart.State.Customer);
        Assert.Equal([new("sku-1", 2, 9.95m), new("sku-2", 1, 0.05m)], cart.State.Lines);
        Assert.Equal(DateTimeOffset.UnixEpoch, cart.State.CheckedOutAt);
    }

    private static RecordSchema SchemaOf<TEvent>()
        where TEvent : IEvent<TEvent> => TEvent.Schema;
}
