namespace Daybook.Stores;

/// <summary>Writes index files, which nothing depends on.</summary>
internal static class IndexFile
{
    /// <summary>Writes an index; false when there is no room for it now.</summary>
    internal static bool TryWrite(IFileSystem files, string path, byte[] bytes)
    {
        string temporary = path + SegmentNames.Temporary;
        try
        {
            using (IStoreFile file = files.Create(temporary))
            {
                file.WriteAt(bytes, 0);
            }

            files.Rename(temporary, path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // On a full disk it would take room until the store is opened again.
            files.TryDelete(temporary);
            return false;
        }
    }
}
