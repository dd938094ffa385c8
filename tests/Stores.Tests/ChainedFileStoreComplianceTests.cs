using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The file store again, with a hash chain and over many segments.</summary>
public sealed class ChainedFileStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => Reasons.CompleteChained;

    private protected override StoreFixture CreateFixture() => new FileStoreFixture(new() { SegmentSize = 64 * 1024, Chained = true });
}
