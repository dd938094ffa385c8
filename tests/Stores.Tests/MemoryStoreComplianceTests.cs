using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class MemoryStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => [.. Reasons.Complete, Reasons.NotReopened];

    private protected override StoreFixture CreateFixture() => new MemoryStoreFixture(new());
}
