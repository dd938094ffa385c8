using Daybook;

namespace Versions.App;

// New members behind the others need no version.
[Event("order.placed")] public partial record Placed(string Customer, string? PaymentId, string Channel = "shop");
[Event("order.noted")] public partial record Noted(string Text, string? Author = null);

#if ROLLING
[Event("order.item-added", Version = 2, WriteVersion = 1)] public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);
[Event("order.weighed", Version = 2, WriteVersion = 1)] public readonly partial record struct Weighed(decimal Kilograms, DateTimeOffset At);
[Event("order.shipped")] public partial record Dispatched(string Carrier);
#else
[Event("order.item-added", Version = 2)] public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);
[Event("order.weighed", Version = 2)] public readonly partial record struct Weighed(decimal Kilograms, DateTimeOffset At);
[Event("order.dispatched", FormerNames = ["order.shipped"])] public partial record Dispatched(string Carrier);
#endif

[Event("order.item-added")] public partial record ItemAddedV1(string Sku, int Quantity);
[Event("order.weighed")] public readonly partial record struct WeighedV1(int Grams);
[Event("order.viewed")] public partial record Viewed(string By);

[Event("loyalty.earned")] public readonly partial record struct Earned(int Points);
[Event("loyalty.redeemed")] public readonly partial record struct Redeemed(int Points);
