using System.Text;

namespace Daybook.Testing;

/// <summary>Writes what a child folds: the state's bytes at each checkpoint, and how it ended.</summary>
internal sealed class TraceWriter(string path) : IDisposable
{
    internal const byte State = 1;
    internal const byte Failure = 2;
    internal const byte End = 3;

    private readonly BinaryWriter _writer = new(File.Create(path));

    internal void WriteState(ReadOnlySpan<byte> bytes) => Write(State, bytes);

    internal void WriteFailure(string failure) => Write(Failure, Encoding.UTF8.GetBytes(failure));

    internal void WriteEnd() => Write(End, []);

    public void Dispose() => _writer.Dispose();

    private void Write(byte kind, ReadOnlySpan<byte> bytes)
    {
        _writer.Write(kind);
        _writer.Write(bytes.Length);
        _writer.Write(bytes);
    }
}
