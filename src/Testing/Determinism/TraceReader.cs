using System.Text;

namespace Daybook.Testing;

/// <summary>Reads what a child has folded, one checkpoint after the other.</summary>
internal sealed class TraceReader(string path) : IDisposable
{
    private readonly BinaryReader _reader = new(File.OpenRead(path));

    /// <summary>Reads the state at the next checkpoint.</summary>
    /// <returns>Its bytes, or why there is none.</returns>
    internal (byte[] State, string? Failure) Read()
    {
        (byte kind, byte[] bytes) = Next();
        return kind switch
        {
            TraceWriter.State => (bytes, null),
            TraceWriter.Failure => ([], Encoding.UTF8.GetString(bytes)),
            _ => ([], "nothing, but ended sooner"),
        };
    }

    public void Dispose() => _reader.Dispose();

    private (byte Kind, byte[] Bytes) Next()
    {
        byte kind = _reader.ReadByte();
        return (kind, _reader.ReadBytes(_reader.ReadInt32()));
    }
}
