using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>
/// A state that stands in its own stream for all events before it: what compaction leaves. Unlike a snapshot it is read whatever has become of
/// the state's version and events. Written by hand, since the runtime cannot be built with the generator that is built for it.
/// </summary>
internal readonly struct BaselineRecord : IEvent<BaselineRecord>
{
    private const int Members = 3;

    private static readonly RecordSchema SchemaLine = new("event $baseline@1 (0 State: string, 1 Schema: string, 2 Body: bytes)");

    public static RecordSchema Schema => SchemaLine;

    /// <summary>The state's name.</summary>
    internal required string State { get; init; }

    /// <summary>The state's schema line when it was written; it holds the state's version, too.</summary>
    internal required string StateSchema { get; init; }

    /// <summary>The state's own bytes.</summary>
    internal required ReadOnlyMemory<byte> Body { get; init; }

    public static void Write(ref MessagePackWriter writer, in BaselineRecord value)
    {
        writer.WriteArrayHeader(Members);
        writer.Write(value.State);
        writer.Write(value.StateSchema);
        writer.Write(value.Body);
    }

    public static BaselineRecord Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count < Members)
        {
            throw new MessagePackFormatException($"A baseline has {Members} members, not {count}.", reader.Position);
        }

        var value = new BaselineRecord { State = reader.ReadRequiredString(), StateSchema = reader.ReadRequiredString(), Body = reader.ReadMemory() };
        for (int i = Members; i < count; i++)
        {
            reader.Skip();
        }

        return value;
    }
}
