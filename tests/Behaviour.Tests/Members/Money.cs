namespace Daybook.Behaviour.Tests.Members;

/// <summary>A struct that its constructor alone fills.</summary>
public readonly struct Money(decimal amount, string currency)
{
    public decimal Amount { get; } = amount;

    public string Currency { get; } = currency;

    public string Display => $"{Amount} {Currency}";
}
