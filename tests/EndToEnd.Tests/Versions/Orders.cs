namespace Daybook.Tests.EndToEnd.Versions;

// One event through three versions, the first of which had another name.
[Event("order.item-added", FormerNames = ["order.added"])] public partial record ItemAddedV1(string Sku);
[Event("order.item-added", Version = 2)] public partial record ItemAddedV2(string Sku, int Quantity);
[Event("order.item-added", Version = 3)] public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);

// One event that was split, and whose second part was split again.
[Event("order.placed")] public partial record PlacedV1(string Customer, string? PaymentId, int Points);
[Event("order.customer-named")] public partial record CustomerNamed(string Name);
[Event("order.settled")] public readonly partial record struct Settled(string PaymentId, int Points);
[Event("order.paid")] public readonly partial record struct Paid(string PaymentId);
[Event("order.points-added")] public partial record PointsAdded(int Points);

// An event that means nothing any more when it was empty.
[Event("order.noted")] public readonly partial record struct NotedV1(string Text);
[Event("order.noted", Version = 2)] public readonly partial record struct Noted(string Text, DateTimeOffset At);

// One old event that is several of one type today.
[Event("order.tagged")] public partial record TaggedV1(string First, string? Second, string Third);
[Event("order.tagged", Version = 2)] public partial record Tagged(string Tag);

public static class Upcasters
{
    [Upcaster] public static ItemAddedV2 Up(ItemAddedV1 e) => new(e.Sku, 1);

    [Upcaster] public static ItemAdded? Up(ItemAddedV2 e) => e.Quantity == 0 ? null : new(e.Sku, e.Quantity, 9.5m);

    [Upcaster]
    public static (CustomerNamed Named, Settled? Settled, PointsAdded? Points) Up(PlacedV1 e) => e.PaymentId is { } payment
        ? (new(e.Customer), new(payment, e.Points), null)
        : (new(e.Customer), null, new(-1));

    [Upcaster]
    public static (Paid Paid, PointsAdded? Points) Up(Settled e) => (new(e.PaymentId), e.Points == 0 ? null : new(e.Points));

    [Upcaster] public static Noted? Up(in NotedV1 e, in EventContext context) => e.Text.Length == 0 ? null : new(e.Text, context.Timestamp);

    [Upcaster]
    public static (Tagged First, Tagged? Second, Tagged Third) Up(TaggedV1 e) => (new(e.First), e.Second is null ? null : new(e.Second), new(e.Third));
}

[State("order")]
public partial record Order
{
    public AppendableList<string> Log { get; init; } = [];
    public decimal Total { get; init; }

    [Reducer] Order On(ItemAdded e) => this with { Total = Total + (e.Quantity * e.UnitPrice), Log = Log.Append($"item {e.Sku}") };
    [Reducer] Order On(CustomerNamed e, EventContext context) => Add($"named {e.Name}", context);
    [Reducer] Order On(Paid e, EventContext context) => Add($"paid {e.PaymentId}", context);
    [Reducer] static Order On(Order order, PointsAdded e, EventContext context) => order.Add($"points {e.Points}", context);
    [Reducer] Order On(Noted e, EventContext context) => Add($"noted {e.Text} {e.At == context.Timestamp}", context);
    [Reducer] Order On(Tagged e, EventContext context) => Add($"tag {e.Tag}", context);

    private Order Add(string line, EventContext context) => this with { Log = Log.Append($"{line} {context.Sequence}.{context.Part}") };
}
