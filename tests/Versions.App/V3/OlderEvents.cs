using Daybook;

namespace Versions.App;

// What versions 1 and 2 have recorded.
[Event("order.placed")] public partial record Placed(string Customer, string? PaymentId, string Channel = "shop");
[Event("order.item-added")] public partial record ItemAddedV1(string Sku, int Quantity);
[Event("order.item-added", Version = 2)] public partial record ItemAddedV2(string Sku, int Quantity, decimal UnitPrice);
[Event("order.noted")] public partial record NotedV1(string Text, string? Author = null);
[Event("order.weighed")] public readonly partial record struct WeighedV1(int Grams);
[Event("order.viewed")] public partial record Viewed(string By);
