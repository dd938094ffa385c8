namespace Daybook.Tests.EndToEnd;

[Event("cart.opened")] public partial record Opened(string Customer);
[Event("cart.item-added")] public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);
[Event("cart.checked-out")] public partial record CheckedOut(string PaymentId);
[Event("cart.noted")] public readonly partial record struct Noted(int Number);
[Event("cart.audited")] public partial record Audited(string By);
public readonly record struct Line(string Sku, int Quantity, decimal UnitPrice);

[State("cart")]
[Records<Audited>]
public partial record Cart
{
    public string Customer { get; init; } = "";
    public AppendableList<Line> Lines { get; init; } = [];
    public DateTimeOffset? CheckedOutAt { get; init; }
    public long Noted { get; init; }

    [Reducer] Cart On(Opened e) => this with { Customer = e.Customer };
    [Reducer] Cart On(ItemAdded e) => this with { Lines = Lines.Append(new(e.Sku, e.Quantity, e.UnitPrice)) };
    [Reducer] Cart On(Noted e) => this with { Noted = Noted + e.Number };
    [Reducer] static Cart On(Cart cart, CheckedOut e, EventContext context) => cart with { CheckedOutAt = context.Timestamp };
}

/// <summary>Knows only part of a cart's events.</summary>
[State("cart-customer")]
public partial record CartCustomer
{
    public string Customer { get; init; } = "";

    [Reducer] CartCustomer On(Opened e) => this with { Customer = e.Customer };
}

/// <summary>The cart after its logic has changed: snapshots of the older one do not count.</summary>
[State("cart", Version = 2)]
[Records<CheckedOut>]
[Records<Noted>]
[Records<Audited>]
public partial record CartWithShouting
{
    public string Customer { get; init; } = "";
    public int Lines { get; init; }

    [Reducer] CartWithShouting On(Opened e) => this with { Customer = e.Customer.ToUpperInvariant() };
    [Reducer] CartWithShouting On(ItemAdded e) => this with { Lines = Lines + 1 };
}
