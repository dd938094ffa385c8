namespace Daybook.Stores;

/// <summary>An open file of a store.</summary>
internal interface IStoreFile : IByteSource, IDisposable
{
    long Length { get; }

    void WriteAt(ReadOnlySpan<byte> bytes, long position);

    void SetLength(long length);

    void Flush();
}
