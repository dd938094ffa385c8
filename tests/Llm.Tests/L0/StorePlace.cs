namespace Daybook.Tests.L0;

/// <summary>A place for a store of a kind: where stores matter, tests run over all of them.</summary>
internal sealed class StorePlace(string kind) : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("daybook-llm-");
    private IEventStore? _store;

    public static TheoryData<string> Kinds => ["memory", "file", "sqlite"];

    internal IEventStore Store => _store ??= Open();

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _directory.Delete(recursive: true);
    }

    private IEventStore Open()
    {
        string path = Path.Combine(_directory.FullName, "store");
        return kind switch { "memory" => EventStores.Memory(), "file" => EventStores.File(path), _ => SqliteEventStores.Open(path) };
    }
}
