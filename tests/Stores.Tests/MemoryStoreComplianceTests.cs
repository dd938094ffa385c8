using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class MemoryStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut =>
        [Reasons.NotReopened, Reasons.CanTruncate, Reasons.CanReplace, Reasons.NotChained, Reasons.Exact, Reasons.Writes];

    private protected override StoreFixture CreateFixture() => new MemoryStoreFixture(new());
}
