namespace Daybook.Testing;

/// <summary>One thing that every store must do.</summary>
/// <param name="Name">The thing, as a sentence.</param>
/// <param name="RunAsync">Tries it; throws <see cref="ComplianceException"/> when the store does otherwise.</param>
public sealed record ComplianceCase(string Name, Func<StoreFixture, CancellationToken, Task> RunAsync)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
