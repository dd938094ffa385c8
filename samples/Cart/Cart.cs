using Daybook;

namespace Shop;

/// <summary>A customer has taken a cart.</summary>
[Event("cart.opened")]
public partial record Opened(string Customer);

/// <summary>Something was put into it.</summary>
[Event("cart.item-added")]
public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);

/// <summary>It was paid.</summary>
[Event("cart.checked-out")]
public partial record CheckedOut(string PaymentId);

/// <summary>What lies in a cart.</summary>
public readonly record struct Line(string Sku, int Quantity, decimal UnitPrice);

/// <summary>A cart as its events tell.</summary>
[State("cart")]
public partial record Cart
{
    public string Customer { get; init; } = "";

    public AppendableList<Line> Lines { get; init; }

    public DateTimeOffset? CheckedOutAt { get; init; }

    public decimal Total => Lines.Sum(line => line.Quantity * line.UnitPrice);

    [Reducer]
    private Cart On(Opened e) => this with { Customer = e.Customer };

    [Reducer]
    private Cart On(ItemAdded e) => this with { Lines = Lines.Append(new(e.Sku, e.Quantity, e.UnitPrice)) };

    [Reducer]
    private static Cart On(Cart cart, CheckedOut e, EventContext context) => cart with { CheckedOutAt = context.Timestamp };
}
