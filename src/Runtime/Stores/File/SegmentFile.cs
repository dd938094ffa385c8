namespace Daybook.Stores;

/// <summary>Makes segments at full size, so that later writes allocate nothing.</summary>
internal static class SegmentFile
{
    private const int ChunkSize = 1024 * 1024;

    internal static IStoreFile Create(IFileSystem files, string path, long size)
    {
        IStoreFile file = files.Create(path);
        try
        {
            byte[] zeros = new byte[Math.Min(size, ChunkSize)];
            for (long position = 0; position < size; position += zeros.Length)
            {
                file.WriteAt(zeros.AsSpan(0, (int)Math.Min(zeros.Length, size - position)), position);
            }

            file.Flush();
            return file;
        }
        catch
        {
            file.Dispose();
            files.TryDelete(path);
            throw;
        }
    }

    /// <summary>Opens a segment's file if it still is the one that is known.</summary>
    /// <exception cref="SegmentReplacedException">It has been rewritten.</exception>
    internal static IStoreFile OpenRead(IFileSystem files, Segment segment)
    {
        IStoreFile file = files.OpenRead(segment.Path);
        try
        {
            return SegmentHeader.Read(file, segment.Path, segment.Number).Identity == segment.Header.Identity
                ? file
                : throw new SegmentReplacedException(segment.Path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static void WriteHeader(IStoreFile file, SegmentHeader header)
    {
        Span<byte> bytes = stackalloc byte[SegmentHeader.Size];
        header.Write(bytes);
        file.WriteAt(bytes, 0);
        file.Flush();
    }
}
