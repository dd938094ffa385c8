namespace Daybook.Testing;

/// <summary>One thing that every store must do.</summary>
public sealed class ComplianceCase
{
    private readonly Func<StoreFixture, CancellationToken, Task> _run;

    /// <summary>A case that opens and closes stores itself.</summary>
    internal ComplianceCase(string name, Func<StoreFixture, CancellationToken, Task> run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>A case about one open store.</summary>
    internal ComplianceCase(string name, Func<IEventStore, CancellationToken, Task> run)
        : this(name, (fixture, token) => RunOpenAsync(fixture, run, token))
    {
    }

    /// <summary>The thing, as a sentence.</summary>
    public string Name { get; }

    /// <summary>Tries it.</summary>
    /// <param name="fixture">A place of the case's own.</param>
    /// <param name="cancellationToken">Ends the case.</param>
    /// <returns>Whether the store passed, or why the case does not apply to it.</returns>
    /// <exception cref="ComplianceException">The store does otherwise.</exception>
    public async Task<ComplianceResult> RunAsync(StoreFixture fixture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        try
        {
            await _run(fixture, cancellationToken);
            return ComplianceResult.Passed;
        }
        catch (NotApplicableException exception)
        {
            return new(exception.Message);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static async Task RunOpenAsync(StoreFixture fixture, Func<IEventStore, CancellationToken, Task> run, CancellationToken token)
    {
        await using IEventStore store = await fixture.OpenAsync();
        await run(store, token);
    }
}
