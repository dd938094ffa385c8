using Daybook.Stores;
using Daybook.Stores.Memory;

namespace Daybook.Tests.Subscriptions;

public enum StoreKind
{
    Memory,
    File,
    Sqlite,
}

/// <summary>A store of one test, removed at its end; what stores on disk hold survives <see cref="ReopenAsync"/>.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly StoreKind _kind;
    private readonly string? _directory;

    private TestStore(StoreKind kind, string? directory)
    {
        _kind = kind;
        Store = Open(kind, directory);
        _directory = directory;
    }

    public IEventStore Store { get; private set; }

    public static TestStore Open(StoreKind kind) => new(kind, kind == StoreKind.Memory ? null : Directory.CreateTempSubdirectory("daybook-").FullName);

    public async Task ReopenAsync()
    {
        if (_directory is not null)
        {
            await Store.DisposeAsync();
            Store = Open(_kind, _directory);
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

    private static IEventStore Open(StoreKind kind, string? directory) => kind switch
    {
        StoreKind.Memory => new MemoryEventStore(new()),
        StoreKind.File => FileEventStore.Open(directory!, new() { SegmentSize = 64 * 1024 }),
        _ => SqliteEventStores.Open(Path.Combine(directory!, "events.db")),
    };
}
