using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>Runs every case of the compliance suite against one store.</summary>
public abstract class ComplianceTests
{
    public static TheoryData<string> CaseNames => [.. StoreCompliance.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Complies(string name)
    {
        await using StoreFixture fixture = CreateFixture();
        ComplianceCase one = StoreCompliance.Cases.Single(one => one.Name == name);
        await one.RunAsync(fixture, TestContext.Current.CancellationToken);
    }

    private protected abstract StoreFixture CreateFixture();
}
