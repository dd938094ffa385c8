namespace Daybook.Tests.Agents;

/// <summary>A store of one test, removed at its end; what stores on disk hold survives <see cref="ReopenAsync"/>.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly StoreKind _kind;
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    internal TestStore(StoreKind kind)
    {
        _kind = kind;
        Store = Open();
    }

    internal static TheoryData<StoreKind> Kinds => [.. Enum.GetValues<StoreKind>()];

    internal IEventStore Store { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Open();
    }

    private IEventStore Open() => _kind switch
    {
        StoreKind.Memory => EventStores.Memory(),
        StoreKind.File => EventStores.File(Path.Combine(_directory, "log"), new() { Durability = Durability.Written }),
        _ => SqliteEventStores.Open(Path.Combine(_directory, "log.db")),
    };
}
