namespace Daybook.Behaviour.Tests.Shop;

public readonly record struct Line(string Sku, int Quantity, decimal UnitPrice);
