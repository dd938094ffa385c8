using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

/// <summary>A database in a directory of its own, removed at its end.</summary>
internal sealed class TestDatabase : IDisposable
{
    internal TestDatabase() => Directory = System.IO.Directory.CreateTempSubdirectory("daybook-").FullName;

    internal string Directory { get; }

    internal string Path => System.IO.Path.Combine(Directory, "store.db");

    internal SqliteEventStore Open(SqliteStoreOptions? options = null) => SqliteEventStores.Open(Path, options);

    /// <summary>A connection beside the store, as other programs have one.</summary>
    internal Connection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        return Connection.Open(Path, Access.Create, TimeSpan.FromSeconds(5));
    }

    /// <summary>What lies in the directory, byte for byte.</summary>
    internal Dictionary<string, string> Content() =>
        System.IO.Directory.GetFiles(Directory).ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
