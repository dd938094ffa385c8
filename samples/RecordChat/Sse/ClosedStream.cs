namespace RecordChat;

/// <summary>
/// A stream and an empty line behind its end: a saved response may lack the last one, without which a server-sent
/// event does not count.
/// </summary>
internal sealed class ClosedStream(Stream inner) : Stream
{
    private static readonly byte[] End = "\n\n"u8.ToArray();
    private int _endUsed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Finish(inner.Read(buffer, offset, count), buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Finish(await inner.ReadAsync(buffer, cancellationToken), buffer.Span);

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Finish(int read, Span<byte> buffer)
    {
        if (read > 0 || buffer.IsEmpty)
        {
            return read;
        }

        int count = Math.Min(End.Length - _endUsed, buffer.Length);
        End.AsSpan(_endUsed, count).CopyTo(buffer);
        _endUsed += count;
        return count;
    }
}
