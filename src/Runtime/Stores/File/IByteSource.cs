namespace Daybook.Stores;

/// <summary>Bytes by position.</summary>
internal interface IByteSource
{
    /// <summary>Reads as many bytes as there are; fewer than asked only at the end.</summary>
    int ReadAt(Span<byte> destination, long position);
}
