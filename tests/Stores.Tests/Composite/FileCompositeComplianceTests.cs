using Daybook.Testing;

namespace Daybook.Tests.Stores.Composite;

/// <summary>A file store and one in memory, which begins empty each time that the file store is opened again and is repaired.</summary>
public sealed class FileCompositeComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => Reasons.Complete;

    private protected override StoreFixture CreateFixture() => new Fixture();

    private sealed class Fixture : StoreFixture
    {
        private readonly FileStoreFixture _file = new(new());

        public override bool CanReopen => true;

        public override async ValueTask<IEventStore> OpenAsync()
        {
            var store = EventStores.Composite(await _file.OpenAsync(), [EventStores.Memory()]);
            _ = await store.RepairAsync(compareEvents: true);
            return store;
        }

        public override ValueTask DisposeAsync() => _file.DisposeAsync();
    }
}
