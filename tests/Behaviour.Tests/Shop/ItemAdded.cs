namespace Daybook.Behaviour.Tests.Shop;

[Event("cart.item-added")]
public partial record ItemAdded(string Sku, int Quantity, decimal UnitPrice);
