using Daybook.Stores;
using Daybook.Stores.Memory;

namespace Daybook.Tests.Subscriptions;

public enum StoreKind
{
    Memory,
    File,
}

/// <summary>A store of one test, removed at its end; what a file store holds survives <see cref="ReopenAsync"/>.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string? _directory;

    private TestStore(IEventStore store, string? directory)
    {
        Store = store;
        _directory = directory;
    }

    public IEventStore Store { get; private set; }

    public static TestStore Open(StoreKind kind)
    {
        if (kind == StoreKind.Memory)
        {
            return new(new MemoryEventStore(new()), directory: null);
        }

        string directory = Directory.CreateTempSubdirectory("daybook-").FullName;
        return new(FileEventStore.Open(directory, new() { SegmentSize = 64 * 1024 }), directory);
    }

    public async Task ReopenAsync()
    {
        if (_directory is not null)
        {
            await Store.DisposeAsync();
            Store = FileEventStore.Open(_directory, new() { SegmentSize = 64 * 1024 });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_directory is not null)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
