using System.Text;

namespace Daybook.Tests.Chat;

/// <summary>Stores of every kind, and a directory for them.</summary>
internal sealed class Stores : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-chat-").FullName;

    internal static IEnumerable<string> Kinds => ["memory", "file", "sqlite"];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>Whether a text stands in any of the files.</summary>
    internal bool Holds(string text) => Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories)
        .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    internal IEventStore Open(string kind) => kind switch
    {
        "file" => EventStores.File(Path.Combine(_directory, "store")),
        "sqlite" => SqliteEventStores.Open(Path.Combine(_directory, "store.db")),
        _ => EventStores.Memory(),
    };
}
