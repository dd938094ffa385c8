using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>What a view, and each key of a keyed one, is stored as: state and offset together, an event of Daybook's own.</summary>
internal readonly struct ViewRecord : IEvent<ViewRecord>
{
    private const int Members = 6;

    private static readonly RecordSchema SchemaLine = new(
        "event $view@1 (0 State: string, 1 StateVersion: int32, 2 Identity: uint64, 3 Build: string, 4 Offset: int64, 5 Body: bytes)");

    public static RecordSchema Schema => SchemaLine;

    /// <summary>The state's name.</summary>
    internal required string State { get; init; }

    /// <summary>The state's version.</summary>
    internal required int StateVersion { get; init; }

    /// <summary>What the view depends on: the state's <see cref="StateIdentity"/> and the query.</summary>
    internal required ulong Identity { get; init; }

    /// <summary>Tells one rebuilding of the view from the next.</summary>
    internal required string Build { get; init; }

    /// <summary>The offset to go on with.</summary>
    internal required long Offset { get; init; }

    /// <summary>The state's own bytes; none in the head of a keyed view.</summary>
    internal required ReadOnlyMemory<byte> Body { get; init; }

    public static void Write(ref MessagePackWriter writer, in ViewRecord value)
    {
        writer.WriteArrayHeader(Members);
        writer.Write(value.State);
        writer.Write(value.StateVersion);
        writer.Write(value.Identity);
        writer.Write(value.Build);
        writer.Write(value.Offset);
        writer.Write(value.Body);
    }

    public static ViewRecord Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count < Members)
        {
            throw new MessagePackFormatException($"A view has {Members} members, not {count}.", reader.Position);
        }

        var value = new ViewRecord
        {
            State = reader.ReadRequiredString(),
            StateVersion = reader.ReadInt32(),
            Identity = reader.ReadUInt64(),
            Build = reader.ReadRequiredString(),
            Offset = reader.ReadInt64(),
            Body = reader.ReadMemory(),
        };
        for (int i = Members; i < count; i++)
        {
            reader.Skip();
        }

        return value;
    }
}
