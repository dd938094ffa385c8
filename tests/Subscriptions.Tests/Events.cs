namespace Daybook.Tests.Subscriptions;

[Event("order.placed")] public partial record PlacedV1(string Item, int Count);
[Event("order.placed", Version = 2, FormerNames = ["order.made"])] public partial record Placed(string Item, int Count);
[Event("order.noted")] public partial record Noted(string Text);
[Event("order.paid")] public readonly partial record struct Paid(long Cents);
[Event("stray.seen")] public partial record Seen(int Number);

public static class Upcasts
{
    /// <summary>An old order stood for each item twice, with a note between.</summary>
    [Upcaster]
    public static (Placed First, Noted Note, Placed Second) Up(PlacedV1 e) => (new(e.Item, e.Count), new("split"), new(e.Item, e.Count + 1));
}

[State("order")]
[Records<Noted>]
public partial record Order
{
    public int Items { get; init; }
    public long Cents { get; init; }

    [Reducer] Order On(Placed e) => this with { Items = Items + e.Count };
    [Reducer] Order On(Paid e) => this with { Cents = Cents + e.Cents };
}

[State("stray")]
[Records<Seen>]
public partial record Stray;

[State("order-totals", View = true)]
public partial record Totals
{
    public int Items { get; init; }
    public long Cents { get; init; }
    public int LastPart { get; init; }

    [Reducer] Totals On(Placed e, EventContext context) => this with { Items = Items + e.Count, LastPart = context.Part };
    [Reducer] Totals On(Paid e) => this with { Cents = Cents + e.Cents };
}

/// <summary>The same view after a change of its logic.</summary>
[State("order-totals", Version = 2, View = true)]
public partial record NewTotals
{
    public int Items { get; init; }

    [Reducer] NewTotals On(Placed e) => this with { Items = Items + (10 * e.Count) };
}
