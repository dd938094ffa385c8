using Daybook.Testing;

namespace Daybook.Tests.Stores;

internal sealed class FileStoreFixture(FileStoreOptions options) : StoreFixture
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public override bool CanReopen => true;

    public override ValueTask<IEventStore> OpenAsync() => new(EventStores.File(_directory, options));

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return base.DisposeAsync();
    }
}
