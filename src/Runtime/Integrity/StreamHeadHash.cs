using System.Runtime.InteropServices;
using Daybook.MessagePack;

namespace Daybook;

/// <summary>How far a chained stream had come at a time.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="Incarnation">The id of its first event.</param>
/// <param name="Version">Its version; 0 when it is gone.</param>
/// <param name="Hash">The chain hash of its last event.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreamHeadHash(string StreamId, EventId Incarnation, long Version, ChainHash Hash)
{
    internal const string SchemaText = "Head(0 Stream: string, 1 Incarnation: guid, 2 Version: int64, 3 Hash: bytes)";

    internal void Write(ref MessagePackWriter writer)
    {
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        Hash.Write(hash);
        writer.WriteArrayHeader(4);
        writer.Write(StreamId);
        writer.Write(Incarnation.ToGuid());
        writer.Write(Version);
        writer.Write(hash);
    }

    internal static StreamHeadHash Read(ref MessagePackReader reader)
    {
        _ = reader.ReadArrayHeader();
        return new(reader.ReadRequiredString(), new(reader.ReadGuid()), reader.ReadInt64(), new(reader.ReadBinarySpan()));
    }
}
