namespace Daybook.Stores.Export;

/// <summary>Reads a stream of bytes line by line.</summary>
internal sealed class LineReader(Stream source)
{
    // Sixteen times the largest usual payload: base64 and readable JSON beside each other have room.
    private const int MaxLineBytes = 256 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The number of the line that was read last, from 1.</summary>
    internal long Number { get; private set; }

    /// <summary>The next line without its end, valid until the next call; null at the end.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        int looked = _start;
        while (true)
        {
            int found = _buffer.AsSpan(looked, _end - looked).IndexOf((byte)'\n');
            if (found >= 0 || (_isAtEnd && _start < _end))
            {
                int end = found >= 0 ? looked + found : _end;
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, end - _start);
                _start = Math.Min(end + 1, _end);
                Number++;
                return line;
            }

            if (_isAtEnd)
            {
                return null;
            }

            looked = _end - _start;
            MakeRoom();
            int read = await source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _isAtEnd = read == 0;
        }
    }

    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= MaxLineBytes)
        {
            throw new ExportFormatException(Number + 1, $"is longer than {MaxLineBytes} bytes");
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
