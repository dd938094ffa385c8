using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The file store again, with segments so small that the cases run over many of them.</summary>
public sealed class SmallSegmentsComplianceTests : FileStoreComplianceTests
{
    private protected override StoreFixture CreateFixture() => new FileStoreFixture(new() { SegmentSize = 64 * 1024, IndexCacheBytes = 0 });
}
