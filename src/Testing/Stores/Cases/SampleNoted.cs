using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Testing;

/// <summary>The event of the cases as a record, written by hand: the suite cannot be built with the generator.</summary>
internal readonly record struct SampleNoted(string Text) : IEvent<SampleNoted>
{
    public static RecordSchema Schema => Sample.Noted;

    public static void Write(ref MessagePackWriter writer, in SampleNoted value)
    {
        writer.WriteArrayHeader(1);
        writer.Write(value.Text);
    }

    public static SampleNoted Read(ref MessagePackReader reader)
    {
        _ = reader.ReadArrayHeader();
        return new(reader.ReadRequiredString());
    }
}
