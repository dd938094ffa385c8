namespace Daybook.Stores;

/// <summary>A segment's file, open for reading, while one reader has it.</summary>
internal sealed class SegmentHandle(SegmentHandles handles, Segment segment, IStoreFile file) : IByteSource, IDisposable
{
    internal Segment Segment { get; } = segment;

    public int ReadAt(Span<byte> destination, long position) => file.ReadAt(destination, position);

    /// <summary>Gives the file back for the next reader.</summary>
    public void Dispose() => handles.Return(this);

    internal void Close() => file.Dispose();
}
