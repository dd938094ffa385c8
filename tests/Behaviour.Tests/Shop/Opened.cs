namespace Daybook.Behaviour.Tests.Shop;

/// <summary>A customer has come.</summary>
/// <param name="Customer">Who it is.</param>
[Event("cart.opened")]
public partial record Opened(string Customer);
