using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>What a checkpoint is stored as: an event of Daybook's own.</summary>
/// <param name="Offset">The offset to go on with: every event below it was handled.</param>
internal readonly record struct CheckpointRecord(long Offset) : IEvent<CheckpointRecord>
{
    private const int Members = 1;

    private static readonly RecordSchema SchemaLine = new("event $checkpoint@1 (0 Offset: int64)");

    public static RecordSchema Schema => SchemaLine;

    public static void Write(ref MessagePackWriter writer, in CheckpointRecord value)
    {
        writer.WriteArrayHeader(Members);
        writer.Write(value.Offset);
    }

    public static CheckpointRecord Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count < Members)
        {
            throw new MessagePackFormatException($"A checkpoint has {Members} members, not {count}.", reader.Position);
        }

        var value = new CheckpointRecord(reader.ReadInt64());
        for (int i = Members; i < count; i++)
        {
            reader.Skip();
        }

        return value;
    }
}
