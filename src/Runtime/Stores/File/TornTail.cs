using System.Buffers;
using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>What stood behind the last whole group, and the file that it was moved to.</summary>
/// <param name="Bytes">How many bytes.</param>
/// <param name="File">The file; null when there was nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TornTail(long Bytes, string? File)
{
    private const int ChunkSize = 256 * 1024;

    internal static TornTail MoveAside(SegmentLog log, Segment segment, IStoreFile file, int start, int length)
    {
        int end = EndOfContent(file, start, length);
        if (end == start)
        {
            return default;
        }

        string path = SegmentNames.Torn(log.Directory, segment.Number);
        byte[] torn = new byte[end - start];
        _ = file.ReadAt(torn, start);
        using (IStoreFile aside = log.Files.Create(path))
        {
            aside.WriteAt(torn, 0);
            aside.Flush();
        }

        log.Files.FlushDirectory(log.Directory);
        Array.Clear(torn);
        file.WriteAt(torn, start);
        file.Flush();
        return new(torn.Length, path);
    }

    private static int EndOfContent(IStoreFile file, int start, int length)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        int end = start;
        for (int position = start; position < length;)
        {
            int read = file.ReadAt(buffer.AsSpan(0, Math.Min(ChunkSize, length - position)), position);
            int last = buffer.AsSpan(0, read).LastIndexOfAnyExcept((byte)0);
            end = last < 0 ? end : position + last + 1;
            position += Math.Max(read, 1);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return end;
    }
}
