namespace Daybook.Behaviour.Tests.Shop;

[State("cart")]
public partial record Cart
{
    public string Customer { get; init; } = "";

    public AppendableList<Line> Lines { get; init; } = [];

    public DateTimeOffset? CheckedOutAt { get; init; }

    [Reducer]
    private Cart On(Opened e) => this with { Customer = e.Customer };

    [Reducer]
    private Cart On(ItemAdded e) => this with { Lines = Lines.Append(new(e.Sku, e.Quantity, e.UnitPrice)) };

    [Reducer]
    private static Cart On(Cart cart, CheckedOut e, EventContext context) => cart with { CheckedOutAt = context.Timestamp };
}
