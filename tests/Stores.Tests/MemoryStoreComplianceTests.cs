using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class MemoryStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> Lacks => [Reasons.NotReopened, Reasons.NotChained];

    private protected override StoreFixture CreateFixture() => new MemoryStoreFixture(new());
}
