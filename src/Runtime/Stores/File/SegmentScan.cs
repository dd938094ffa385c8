using System.Buffers;

namespace Daybook.Stores;

/// <summary>Walks over the groups of a segment in a row, through one buffer.</summary>
internal sealed class SegmentScan(IByteSource source, int start, int end) : IDisposable
{
    private const int WindowSize = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(WindowSize);
    private int _windowStart = start;
    private int _windowLength;
    private int _next = start;

    /// <summary>Where the group that was read last starts; where the walk stopped if there was none.</summary>
    internal int Position { get; private set; } = start;

    /// <summary>Reads the next group; false at the end and where the bytes are no whole group.</summary>
    internal bool TryNext(out ReadOnlySpan<byte> group)
    {
        Position = _next;
        group = default;
        int length = GroupFrame.LengthOf(Window(_next, GroupFormat.FrameSize), end - _next);
        if (length == 0)
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = Window(_next, length);
        if (bytes.Length < length || !GroupFrame.IsSound(bytes))
        {
            return false;
        }

        group = bytes;
        _next += length;
        return true;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private ReadOnlySpan<byte> Window(int position, int length)
    {
        if (position + (long)length > _windowStart + (long)_windowLength)
        {
            // Only lengths that the file has room for come here, but a torn one may still be large.
            int wanted = Math.Min(Math.Max(length, WindowSize), end - position);
            if (wanted > _buffer.Length)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(wanted);
            }

            _windowStart = position;
            _windowLength = source.ReadAt(_buffer.AsSpan(0, Math.Max(0, wanted)), position);
        }

        int at = position - _windowStart;
        return _buffer.AsSpan(at, Math.Min(length, _windowLength - at));
    }
}
