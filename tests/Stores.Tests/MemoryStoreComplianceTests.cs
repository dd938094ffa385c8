using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class MemoryStoreComplianceTests : ComplianceTests
{
    private protected override StoreFixture CreateFixture() => new Fixture();

    private sealed class Fixture : StoreFixture
    {
        public override bool CanReopen => false;

        public override ValueTask<IEventStore> OpenAsync() => new(EventStores.Memory());
    }
}
