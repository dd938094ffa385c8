using Daybook;

namespace Versions.App;

[Event("order.placed")] public partial record Placed(string Customer, string? PaymentId);
[Event("order.item-added")] public partial record ItemAdded(string Sku, int Quantity);
[Event("order.noted")] public partial record Noted(string Text);
[Event("order.weighed")] public readonly partial record struct Weighed(int Grams);
[Event("order.viewed")] public partial record Viewed(string By);
[Event("order.shipped")] public partial record Shipped(string Carrier);

[Event("loyalty.earned")] public readonly partial record struct Earned(int Points);
[Event("loyalty.redeemed")] public readonly partial record struct Redeemed(int Points);
