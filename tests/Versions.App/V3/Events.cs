using Daybook;

namespace Versions.App;

[Event("order.ordered")] public partial record Ordered(string Customer, string Channel);
[Event("order.paid")] public partial record Paid(string PaymentId);
[Event("order.item-added", Version = 3)] public partial record ItemAdded(string Sku, decimal Amount, Price Price);
[Event("order.noted", Version = 2)] public partial record Noted(string Text, string Author);
[Event("order.weighed", Version = 2)] public readonly partial record struct Weighed(decimal Kilograms, DateTimeOffset At);
[Event("order.dispatched", FormerNames = ["order.shipped"])] public partial record Dispatched(string Carrier);

[Event("loyalty.earned")] public readonly partial record struct Earned(int Points);
[Event("loyalty.redeemed")] public readonly partial record struct Redeemed(int Points);

public readonly record struct Price(decimal Value, string Currency);
