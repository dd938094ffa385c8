using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The compliance suite itself.</summary>
public sealed class SuiteTests
{
    [Fact]
    public void Every_case_has_a_name_of_its_own()
    {
        Assert.Equal(StoreCompliance.Cases.Length, StoreCompliance.Cases.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_case_that_a_store_cannot_pass_says_why()
    {
        ComplianceCase reopening = StoreCompliance.Cases.Single(one => one.Name == "What was acknowledged is there after reopening");
        await using var fixture = new MemoryStoreFixture(new());
        ComplianceResult result = await reopening.RunAsync(fixture, TestContext.Current.CancellationToken);
        Assert.Equal("not applicable: the store cannot be opened again", result.ToString());
    }
}
