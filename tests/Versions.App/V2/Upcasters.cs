using Daybook;

namespace Versions.App;

internal static class Upcasters
{
    [Upcaster] internal static ItemAdded Up(ItemAddedV1 e) => new(e.Sku, e.Quantity, 0m);
    [Upcaster] internal static Weighed Up(WeighedV1 e, EventContext context) => new(e.Grams / 1000m, context.Timestamp);
#if ROLLING
    [Downcaster] internal static WeighedV1 Down(Weighed e) => new((int)(e.Kilograms * 1000));
#endif
}
