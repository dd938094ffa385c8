using System.IO.MemoryMappedFiles;

namespace Daybook.Stores;

/// <summary>The durable end in a mapped file: a position, a check that belongs to it, and a count of rewrites.</summary>
internal sealed class MappedDurableEnd : IDurableEnd
{
    internal const int Size = 24;

    // Not zero for position zero, so that an empty file is no valid cell.
    internal const long Check = 0x444E_4542_4C42_5944;

    private readonly FileStream _stream;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    internal MappedDurableEnd(string path, bool writable)
    {
        _stream = new(path, writable ? FileMode.OpenOrCreate : FileMode.Open, writable ? FileAccess.ReadWrite : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            if (writable && _stream.Length < Size)
            {
                // A page over a hole could not be given a block when the disk is full.
                _stream.Write(new byte[Size]);
                _stream.Flush(flushToDisk: true);
            }

            MemoryMappedFileAccess access = writable ? MemoryMappedFileAccess.ReadWrite : MemoryMappedFileAccess.Read;
            _file = MemoryMappedFile.CreateFromFile(_stream, mapName: null, Size, access, HandleInheritability.None, leaveOpen: true);
            _view = _file.CreateViewAccessor(0, Size, access);
        }
        catch
        {
            _file?.Dispose();
            _stream.Dispose();
            throw;
        }
    }

    public long Rewrites => _view.ReadInt64(16);

    public bool TryRead(out long position)
    {
        // The two words are not written at once; a reader in between looks again.
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            position = _view.ReadInt64(0);
            Thread.MemoryBarrier();
            if (_view.ReadInt64(8) == (position ^ Check) && position >= 0)
            {
                return true;
            }

            Thread.SpinWait(20);
        }

        position = 0;
        return false;
    }

    public void Publish(long position)
    {
        _view.Write(0, position);
        Thread.MemoryBarrier();
        _view.Write(8, position ^ Check);
    }

    public void CountRewrite() => _view.Write(16, Rewrites + 1);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        _stream.Dispose();
    }
}
