using System.Collections.Immutable;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Testing;

/// <summary>A state of the cases: how many notes there are, and all their texts.</summary>
internal sealed record SampleNotes(int Count, string Texts) : IState<SampleNotes>
{
    private static readonly RecordSchema SchemaLine = new("state sample.notes@1 (0 Count: int32, 1 Texts: string)");

    public static RecordSchema Schema => SchemaLine;

    public static SampleNotes Initial { get; } = new(0, "");

    public static ImmutableArray<EventDescriptor> Events { get; } = [EventDescriptor.Of<SampleNoted>()];

    public static SampleNotes Fold(SampleNotes state, ref FoldCursor events)
    {
        while (events.MoveNext())
        {
            state = new(state.Count + 1, state.Texts + events.Read<SampleNoted>().Text + ";");
        }

        return state;
    }

    public static void Write(ref MessagePackWriter writer, in SampleNotes value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(value.Count);
        writer.Write(value.Texts);
    }

    public static SampleNotes Read(ref MessagePackReader reader)
    {
        _ = reader.ReadArrayHeader();
        return new(reader.ReadInt32(), reader.ReadRequiredString());
    }
}
