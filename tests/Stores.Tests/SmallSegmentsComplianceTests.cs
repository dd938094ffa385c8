using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The file store again, with a hash chain, and with segments so small that the cases run over many of them.</summary>
public sealed class SmallSegmentsComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> Lacks => [];

    private protected override StoreFixture CreateFixture() => new FileStoreFixture(new() { SegmentSize = 64 * 1024, IndexCacheBytes = 0, Chained = true });
}
