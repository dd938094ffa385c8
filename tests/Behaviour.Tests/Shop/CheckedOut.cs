namespace Daybook.Behaviour.Tests.Shop;

[Event("cart.checked-out")]
public partial record CheckedOut(string PaymentId);
