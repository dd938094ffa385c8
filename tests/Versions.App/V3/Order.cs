using Daybook;

namespace Versions.App;

public readonly record struct Line(string Sku, decimal Amount, Price Price);

[State("order", Version = 3)]
public partial record Order
{
    public string Customer { get; init; } = "";
    public string Channel { get; init; } = "";
    public AppendableList<string> Payments { get; init; } = [];
    public AppendableList<Line> Lines { get; init; } = [];
    public decimal Total { get; init; }
    public AppendableList<string> Notes { get; init; } = [];
    public decimal Kilograms { get; init; }
    public DateTimeOffset? WeighedAt { get; init; }
    public string? Carrier { get; init; }
    public AppendableList<string> Log { get; init; } = [];

    [Reducer] Order On(Ordered e, EventContext context) => Say("ordered", context) with { Customer = e.Customer, Channel = e.Channel };
    [Reducer] Order On(Paid e, EventContext context) => Say("paid", context) with { Payments = Payments.Append(e.PaymentId) };
    [Reducer] Order On(ItemAdded e, EventContext context) => Say("item", context) with { Lines = Lines.Append(new(e.Sku, e.Amount, e.Price)), Total = Total + (e.Amount * e.Price.Value) };
    [Reducer] Order On(Noted e, EventContext context) => Say("note", context) with { Notes = Notes.Append($"{e.Text} ({e.Author})") };
    [Reducer] Order On(Weighed e, EventContext context) => Say("weighed", context) with { Kilograms = e.Kilograms, WeighedAt = e.At };
    [Reducer] Order On(Dispatched e, EventContext context) => Say("dispatched", context) with { Carrier = e.Carrier };

    private Order Say(string what, EventContext context) => this with { Log = Log.Append($"{context.Sequence}.{context.Part} {what}") };
}
