namespace Daybook.FileStoreTests;

/// <summary>A directory of one test, removed at its end.</summary>
internal sealed class TestDirectory : IDisposable
{
    internal TestDirectory() => Path = Directory.CreateTempSubdirectory("daybook-").FullName;

    internal string Path { get; }

    internal string Store => System.IO.Path.Combine(Path, "store");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
