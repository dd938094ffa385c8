namespace Daybook.Tests.Chat;

/// <summary>Stores of every kind, and a directory for them.</summary>
internal sealed class Stores : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-chat-").FullName;

    internal static IEnumerable<string> Kinds => ["memory", "file", "sqlite"];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    internal IEventStore Open(string kind) => kind switch
    {
        "file" => EventStores.File(Path.Combine(_directory, "store")),
        "sqlite" => SqliteEventStores.Open(Path.Combine(_directory, "store.db")),
        _ => EventStores.Memory(),
    };
}
