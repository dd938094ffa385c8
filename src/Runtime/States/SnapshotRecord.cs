using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>
/// What a snapshot is stored as: an event of Daybook's own. Written by hand, since the runtime cannot be built with
/// the generator that is built for it.
/// </summary>
internal readonly struct SnapshotRecord : IEvent<SnapshotRecord>
{
    private const int Members = 6;

    private static readonly RecordSchema SchemaLine = new(
        "event $snapshot@1 (0 State: string, 1 StateVersion: int32, 2 Identity: uint64, 3 StreamVersion: int64, 4 Incarnation: guid, 5 Body: bytes)");

    public static RecordSchema Schema => SchemaLine;

    /// <summary>The state's name.</summary>
    internal required string State { get; init; }

    /// <summary>The state's version.</summary>
    internal required int StateVersion { get; init; }

    /// <summary>The state's <see cref="StateIdentity"/>; a snapshot of another identity is ignored.</summary>
    internal required ulong Identity { get; init; }

    /// <summary>How many events the state has folded.</summary>
    internal required long StreamVersion { get; init; }

    /// <summary>The stream that they were folded from, told from later ones of the same name.</summary>
    internal required EventId Incarnation { get; init; }

    /// <summary>The state's own bytes.</summary>
    internal required ReadOnlyMemory<byte> Body { get; init; }

    public static void Write(ref MessagePackWriter writer, in SnapshotRecord value)
    {
        writer.WriteArrayHeader(Members);
        writer.Write(value.State);
        writer.Write(value.StateVersion);
        writer.Write(value.Identity);
        writer.Write(value.StreamVersion);
        writer.Write(value.Incarnation.ToGuid());
        writer.Write(value.Body);
    }

    public static SnapshotRecord Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count < Members)
        {
            throw new MessagePackFormatException($"A snapshot has {Members} members, not {count}.", reader.Position);
        }

        var value = new SnapshotRecord
        {
            State = reader.ReadRequiredString(),
            StateVersion = reader.ReadInt32(),
            Identity = reader.ReadUInt64(),
            StreamVersion = reader.ReadInt64(),
            Incarnation = new(reader.ReadGuid()),
            Body = reader.ReadMemory(),
        };
        for (int i = Members; i < count; i++)
        {
            reader.Skip();
        }

        return value;
    }
}
