using CustomStore;
using Daybook.Testing;

namespace Daybook.Tests.Stores.Custom;

/// <summary>The sample's store, opened by the name that it was registered with.</summary>
public sealed class CustomStoreComplianceTests : ComplianceTests
{
    private protected override StoreFixture CreateFixture() => new Fixture();

    private sealed class Fixture : StoreFixture
    {
        private readonly EventStoreRegistry _registry = new EventStoreRegistry().Register("list", [], _ => new ListEventStore());

        public override bool CanReopen => false;

        public override ValueTask<IEventStore> OpenAsync() => EventStores.OpenAsync("list:", _registry);
    }
}
