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
        Assert.Equal(cart.Lines.AsSpan(), read.Lines.AsSpan());
        Assert.Equal(cart with { Lines = default }, read with { Lines = default });
    }

    [Fact]
    public void A_schema_says_what_the_record_says()
    {
        RecordSchema schema = SchemaOf<ItemAdded>();
        Assert.Equal("event cart.item-added@1 (0 Sku: string, 1 Quantity: int32, 2 UnitPrice: decimal)", schema.Text);
        Assert.Equal(RecordSchema.FingerprintOf(schema.Text), schema.Fingerprint);
    }

    private static RecordSchema SchemaOf<TEvent>()
        where TEvent : IEvent<TEvent> => TEvent.Schema;
}
