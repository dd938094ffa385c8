using Microsoft.Win32.SafeHandles;

namespace Daybook.Stores;

/// <summary>The real file system.</summary>
internal sealed class OperatingSystemFiles : IFileSystem
{
    private const FileShare Everybody = FileShare.ReadWrite | FileShare.Delete;

    public bool DirectoryExists(string path) => Directory.Exists(path);

    public void CreateDirectory(string path)
    {
        _ = Directory.CreateDirectory(path);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } parent)
        {
            FlushDirectory(parent);
        }
    }

    public IReadOnlyList<string> List(string directory)
    {
        var names = new List<string>();
        foreach (string path in Directory.EnumerateFileSystemEntries(directory))
        {
            names.Add(Path.GetFileName(path));
        }

        return names;
    }

    public bool Exists(string path) => File.Exists(path);

    public IStoreFile OpenRead(string path) => new OperatingSystemFile(Open(path, FileMode.Open, FileAccess.Read));

    public IStoreFile OpenWrite(string path) => new OperatingSystemFile(Open(path, FileMode.Open, FileAccess.ReadWrite));

    public IStoreFile Create(string path) => new OperatingSystemFile(Open(path, FileMode.Create, FileAccess.ReadWrite));

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void FlushDirectory(string directory) => DiskFlush.Directory(directory);

    public IDisposable Lock(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public IDurableEnd? OpenDurableEnd(string path, bool writable)
    {
        // While a writer makes the file, it is there but short: for a reader it is not there yet.
        bool isThere = writable || new FileInfo(path) is { Exists: true, Length: >= MappedDurableEnd.Size };
        return isThere ? new MappedDurableEnd(path, writable) : null;
    }

    private static SafeFileHandle Open(string path, FileMode mode, FileAccess access) =>
        File.OpenHandle(path, mode, access, Everybody);
}
