using Daybook.Testing;

namespace Daybook.Tests.Stores;

internal sealed class MemoryStoreFixture(MemoryStoreOptions options) : StoreFixture
{
    public override bool CanReopen => false;

    public override ValueTask<IEventStore> OpenAsync() => new(EventStores.Memory(options));
}
