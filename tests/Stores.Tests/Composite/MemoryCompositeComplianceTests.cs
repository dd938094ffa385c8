using Daybook.Testing;

namespace Daybook.Tests.Stores.Composite;

public sealed class MemoryCompositeComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => [.. Reasons.Complete, Reasons.NotReopened];

    private protected override StoreFixture CreateFixture() => new Fixture();

    private sealed class Fixture : StoreFixture
    {
        public override bool CanReopen => false;

        public override ValueTask<IEventStore> OpenAsync() => new(EventStores.Composite(EventStores.Memory(), [EventStores.Memory(), EventStores.Memory()]));
    }
}
