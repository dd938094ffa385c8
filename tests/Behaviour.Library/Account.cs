namespace Daybook.Behaviour.Library;

/// <summary>A class that its constructor alone fills.</summary>
public sealed class Account(string owner, decimal? balance)
{
    private readonly string _display = $"{owner}: {balance}";

    public string? Owner { get; } = owner;

    public decimal? Balance { get; private set; } = balance;

    public string Display => _display;
}
