using Daybook;

namespace Versions.App;

internal static class Upcasters
{
    [Upcaster] internal static ItemAddedV2 Up(ItemAddedV1 e) => new(e.Sku, e.Quantity, 0m);

    [Upcaster] internal static ItemAdded? Up(ItemAddedV2 e) => e.Quantity == 0 ? null : new(e.Sku, e.Quantity, new(e.UnitPrice, "EUR"));

    [Upcaster] internal static Noted? Up(NotedV1 e) => e.Text.Length == 0 ? null : new(e.Text, e.Author ?? "unknown");

    [Upcaster] internal static Weighed Up(WeighedV1 e, EventContext context) => new(e.Grams / 1000m, context.Timestamp);

    [Upcaster] internal static (Ordered, Paid?) Up(Placed e) => (new(e.Customer, e.Channel), e.PaymentId is null ? null : new(e.PaymentId));

    // Who has looked at an order is nobody's business any more.
    [Upcaster] internal static Noted? Up(Viewed _) => null;
}
