namespace Daybook.Stores;

/// <summary>All that the file store asks of the operating system.</summary>
internal interface IFileSystem
{
    bool DirectoryExists(string path);

    void CreateDirectory(string path);

    /// <summary>The names of everything in a directory.</summary>
    IReadOnlyList<string> List(string directory);

    bool Exists(string path);

    IStoreFile OpenRead(string path);

    IStoreFile OpenWrite(string path);

    /// <summary>Makes a new file, replacing one of the same name.</summary>
    IStoreFile Create(string path);

    /// <summary>Renames within a directory, replacing what has the new name.</summary>
    void Rename(string from, string to);

    void Delete(string path);

    /// <summary>Deletes a file that is left over; if that fails, the next writer does it.</summary>
    void TryDelete(string path)
    {
        try
        {
            Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What failed before is what the caller has to hear of.
        }
    }

    /// <summary>Makes the names in a directory durable.</summary>
    void FlushDirectory(string directory);

    /// <summary>Holds a file for this process alone until disposed.</summary>
    IDisposable Lock(string path);

    /// <summary>Opens the cell; null when it is to be read and is not there.</summary>
    IDurableEnd? OpenDurableEnd(string path, bool writable);
}
