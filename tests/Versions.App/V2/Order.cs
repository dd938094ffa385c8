using Daybook;

namespace Versions.App;

public readonly record struct Line(string Sku, int Quantity, decimal UnitPrice);

/// <summary>Does not count views any more.</summary>
[State("order", Version = 2), Records<Viewed>]
public partial record Order
{
    public string Customer { get; init; } = "";
    public string? PaymentId { get; init; }
    public string Channel { get; init; } = "";
    public AppendableList<Line> Lines { get; init; } = [];
    public decimal Total { get; init; }
    public AppendableList<string> Notes { get; init; } = [];
    public decimal Kilograms { get; init; }
    public DateTimeOffset? WeighedAt { get; init; }
    public string? Carrier { get; init; }

    [Reducer] Order On(Placed e) => this with { Customer = e.Customer, PaymentId = e.PaymentId, Channel = e.Channel };
    [Reducer] Order On(ItemAdded e) => this with { Lines = Lines.Append(new(e.Sku, e.Quantity, e.UnitPrice)), Total = Total + (e.Quantity * e.UnitPrice) };
    [Reducer] Order On(Noted e) => this with { Notes = Notes.Append(e.Author is null ? e.Text : $"{e.Text} ({e.Author})") };
    [Reducer] Order On(Weighed e) => this with { Kilograms = e.Kilograms, WeighedAt = e.At };
    [Reducer] Order On(Dispatched e) => this with { Carrier = e.Carrier };

}
