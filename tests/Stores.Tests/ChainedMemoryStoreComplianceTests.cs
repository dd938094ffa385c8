using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The memory store again, with a hash chain.</summary>
public sealed class ChainedMemoryStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => [.. Reasons.CompleteChained, Reasons.NotReopened];

    private protected override StoreFixture CreateFixture() => new MemoryStoreFixture(new() { Chained = true });
}
