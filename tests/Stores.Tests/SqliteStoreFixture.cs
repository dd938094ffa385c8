using Daybook.Testing;

namespace Daybook.Tests.Stores;

internal sealed class SqliteStoreFixture(SqliteStoreOptions options) : StoreFixture
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public override bool CanReopen => true;

    public override ValueTask<IEventStore> OpenAsync() => new(SqliteEventStores.Open(Path.Combine(_directory, "store.db"), options));

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return base.DisposeAsync();
    }
}
