using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Reads and writes index files. Nothing depends on them: what cannot be read is made anew from the segment.</summary>
internal static class IndexFile
{
    /// <summary>Reads and checks what opening needs; false when there is no index that can be used.</summary>
    internal static bool TryReadHead(IFileSystem files, string path, SegmentHeader segment, PooledBuffer buffer, out IndexHead head)
    {
        head = default;
        try
        {
            using IStoreFile? file = TryOpen(files, path);
            if (file is null || !TryFill(file, buffer, IndexFormat.HeaderSize))
            {
                return false;
            }

            head = new(buffer.WrittenSpan);
            if (!head.Describes(segment, file.Length) || !TryFill(file, buffer, head.Size))
            {
                return false;
            }

            head = new(buffer.WrittenSpan);
            return head.IsSound();
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Reads and checks all of an index; null when there is none that can be used.</summary>
    internal static SegmentIndex? TryRead(IFileSystem files, string path, SegmentHeader segment)
    {
        try
        {
            using IStoreFile? file = TryOpen(files, path);
            if (file is null)
            {
                return null;
            }

            // An index is large: clearing it first would be a good part of reading it.
            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)file.Length);
            return file.ReadAt(bytes, 0) == bytes.Length ? SegmentIndex.TryOpen(bytes, segment) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

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

    // Null when there is no file, or none that could be an index.
    private static IStoreFile? TryOpen(IFileSystem files, string path)
    {
        if (!files.Exists(path))
        {
            return null;
        }

        IStoreFile file = files.OpenRead(path);
        if (file.Length is >= IndexFormat.HeaderSize and <= int.MaxValue / 2)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    // Fills up the buffer with the first bytes of the file.
    private static bool TryFill(IStoreFile file, PooledBuffer buffer, int length)
    {
        int missing = length - buffer.Length;
        int read = file.ReadAt(buffer.GetSpan(missing)[..missing], buffer.Length);
        buffer.Advance(read);
        return read == missing;
    }
}
