using Daybook;

namespace Versions.App;

public readonly record struct Line(string Sku, int Quantity);

[State("order")]
public partial record Order
{
    public string Customer { get; init; } = "";
    public string? PaymentId { get; init; }
    public AppendableList<Line> Lines { get; init; } = [];
    public AppendableList<string> Notes { get; init; } = [];
    public int Grams { get; init; }
    public int Views { get; init; }
    public string? Carrier { get; init; }

    [Reducer] Order On(Placed e) => this with { Customer = e.Customer, PaymentId = e.PaymentId };
    [Reducer] Order On(ItemAdded e) => this with { Lines = Lines.Append(new(e.Sku, e.Quantity)) };
    [Reducer] Order On(Noted e) => this with { Notes = Notes.Append(e.Text) };
    [Reducer] Order On(Weighed e) => this with { Grams = e.Grams };
    [Reducer] Order On(Viewed e) => this with { Views = Views + 1 };
    [Reducer] Order On(Shipped e) => this with { Carrier = e.Carrier };

}
