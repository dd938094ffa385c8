using Microsoft.Win32.SafeHandles;

namespace Daybook.Stores;

/// <summary>A file by its handle, without a position of its own.</summary>
internal sealed class OperatingSystemFile(SafeFileHandle handle) : IStoreFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int ReadAt(Span<byte> destination, long position)
    {
        int total = 0;
        while (total < destination.Length)
        {
            int read = RandomAccess.Read(handle, destination[total..], position + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public void WriteAt(ReadOnlySpan<byte> bytes, long position) => RandomAccess.Write(handle, bytes, position);

    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    public void Flush() => DiskFlush.Data(handle);

    public void Dispose() => handle.Dispose();
}
