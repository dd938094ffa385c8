using System.Collections.Immutable;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>
/// What a snapshot is stored as: an event of Daybook's own. Written by hand, since the runtime cannot be built with
/// the generator that is built for it.
/// </summary>
internal readonly struct SnapshotRecord : IEvent<SnapshotRecord>
{
    private const int Members = 7;

    private static readonly RecordSchema SchemaLine = new(
        "event $snapshot@1 (0 State: string, 1 StateVersion: int32, 2 Identity: uint64, 3 StreamVersion: int64, 4 Incarnation: guid, 5 Body: bytes, "
        + $"6 Others: list<{SnapshotEntry.SchemaText}>)");

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

    /// <summary>The other snapshots that stand beside this one; only what the newest snapshot says of them counts.</summary>
    internal required ImmutableArray<SnapshotEntry> Others { get; init; }

    public static void Write(ref MessagePackWriter writer, in SnapshotRecord value)
    {
        writer.WriteArrayHeader(Members);
        writer.Write(value.State);
        writer.Write(value.StateVersion);
        writer.Write(value.Identity);
        writer.Write(value.StreamVersion);
        writer.Write(value.Incarnation.ToGuid());
        writer.Write(value.Body);
        writer.WriteArrayHeader(value.Others.Length);
        foreach (SnapshotEntry other in value.Others)
        {
            other.Write(ref writer);
        }
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
            Others = ReadOthers(ref reader),
        };
        for (int i = Members; i < count; i++)
        {
            reader.Skip();
        }

        return value;
    }

    private static ImmutableArray<SnapshotEntry> ReadOthers(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        ImmutableArray<SnapshotEntry>.Builder others = ImmutableArray.CreateBuilder<SnapshotEntry>();
        for (int i = 0; i < count; i++)
        {
            others.Add(SnapshotEntry.Read(ref reader));
        }

        return others.DrainToImmutable();
    }
}
