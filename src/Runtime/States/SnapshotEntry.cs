using System.Runtime.InteropServices;
using Daybook.MessagePack;

namespace Daybook;

/// <summary>What the newest snapshot of a stream says of another one, so that the right one is found without reading all.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Identity">The state's <see cref="StateIdentity"/>.</param>
/// <param name="StreamVersion">How many events the state has folded.</param>
/// <param name="Incarnation">The stream that they were folded from.</param>
/// <param name="Sequence">Where the snapshot stands among the snapshots.</param>
/// <param name="Bytes">How long the state's own bytes are.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SnapshotEntry(string State, ulong Identity, long StreamVersion, EventId Incarnation, long Sequence, int Bytes)
{
    internal const string SchemaText = "SnapshotEntry(0 State: string, 1 Identity: uint64, 2 StreamVersion: int64, 3 Incarnation: guid, 4 Sequence: int64, 5 Bytes: int32)";

    private const int Members = 6;

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Members);
        writer.Write(State);
        writer.Write(Identity);
        writer.Write(StreamVersion);
        writer.Write(Incarnation.ToGuid());
        writer.Write(Sequence);
        writer.Write(Bytes);
    }

    internal static SnapshotEntry Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count != Members)
        {
            throw new MessagePackFormatException($"An entry has {Members} members, not {count}.", reader.Position);
        }

        return new(reader.ReadRequiredString(), reader.ReadUInt64(), reader.ReadInt64(), new(reader.ReadGuid()), reader.ReadInt64(), reader.ReadInt32());
    }
}
