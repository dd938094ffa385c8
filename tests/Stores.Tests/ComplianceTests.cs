using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>Runs every case of the compliance suite against one store.</summary>
public abstract class ComplianceTests
{
    // For a store that never answers; nothing comes near it.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static TheoryData<string> CaseNames => [.. StoreCompliance.Cases.Select(one => one.Name)];

    /// <summary>Why cases may not apply to this store; all other cases must.</summary>
    private protected virtual IEnumerable<string> RuledOut => [];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Complies(string name)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        await using StoreFixture fixture = CreateFixture();
        ComplianceResult result = await StoreCompliance.Cases.Single(one => one.Name == name).RunAsync(fixture, limit.Token);
        if (result.NotApplicable is { } reason)
        {
            Assert.Contains(reason, RuledOut);
        }
    }

    private protected abstract StoreFixture CreateFixture();
}
