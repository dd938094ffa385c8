using Daybook.Behaviour.Tests.Members;
using Daybook.Behaviour.Tests.Samples;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Behaviour.Tests;

public class FormatterTests
{
    private static readonly Formatted Value = MemberSamples.Formatted;

    [Fact]
    public void Formatted_values_are_equal_again()
    {
        Formatted read = Payload.Read<Formatted>(Payload.Of(Value));
        Assert.Equal(new("ada@example.org"), read.Mail.Alone);
        Assert.Null(read.Mail.Maybe);
        Assert.Equal([null, new("ada@example.org")], read.Mail.Gaps);
        Assert.Equal(new Pair<Angle, Angle?>(new(2), new(3.5)), read.Angle.Nested);
        Assert.Equal(new Angle(90), read.Keyed[new("ada@example.org")]);
        Assert.Equal("forwards", read.Text);
        Assert.Null(read.MaybeText);
        Assert.Equal("twig", read.Outline.Parts[1].Parts[0].Title);
        Assert.Equal(new("a@b"), read.Parts);
    }

    [Fact]
    public void Schema_and_json_show_the_wire_types()
    {
        RecordSchema schema = SampleList.All.First(sample => sample.Schema.Name == "members.formatted").Schema;
        Assert.Contains("Keyed: map<string, int64>, 3 Text: string?, 4 MaybeText: string?, 5 Outline: OutlineData(0 Title: string, 1 Parts: list<ref OutlineData>), 6 Parts: list<string> = ...", schema.Text, StringComparison.Ordinal);
        string json = PayloadJson.ToJson(schema, Payload.Of(Value));
        Assert.Contains("\"Keyed\":{\"ada@example.org\":324000},\"Text\":\"~forwards\",\"MaybeText\":null,", json, StringComparison.Ordinal);
        Assert.Contains("\"Parts\":[\"a\",\"b\"]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_nullable_wire_type_reads_nil_for_what_is_never_null()
    {
        Assert.Equal("", Payload.Read<Formatted>(Payload.Of(Value with { Text = "" })).Text);
        Assert.Throws<MessagePackFormatException>(() => Payload.Read<Formatted>([0x91, 0x91, 0xC0]));
    }

    [Fact]
    public void Ignored_members_keep_what_the_declaration_says()
    {
        byte[] payload = Payload.Of(new Ignoring(1, "note", DateTime.MaxValue, 2) { Cache = [], Text = "t", Do = () => { } });
        Assert.Equal("930102A174", Convert.ToHexString(payload));
        Ignoring read = Payload.Read<Ignoring>(payload);
        Assert.Equal((1, "none", default(DateTime), 2L, "t", null), (read.Number, read.Note, read.At, read.Last, read.Text, read.Do));
        Assert.Equal([1], read.Cache);
    }

    [Fact]
    public void Types_of_another_assembly_are_equal_again()
    {
        Imported read = Payload.Read<Imported>(Payload.Of(MemberSamples.Imported));
        Assert.Equal("ada: 9.95", read.Account.Display);
        Assert.Equal(("settings", 1, false, 2L), (read.Settings.Name, read.Settings.Retries, read.Settings.IsActive, read.Settings.Limit));
        Assert.Equal((1, 2), (read.Interval.From, read.Interval[1]));
        Assert.Equal(MemberSamples.Imported.Box, read.Box);
        Assert.Equal(["a", null], read.Tags.Items);
        Assert.Equal([1, 2, 3], read.Numbers.Values);
        Assert.Equal(new Library.Vehicle.Car("car", 5), Assert.IsType<Library.Vehicle.Train>(read.Vehicle).Cars[0]);
    }

    [Fact]
    public void A_shorter_payload_of_another_assemblys_type_keeps_its_initializers()
    {
        Imported read = Payload.Read<Imported>([0x96, 0x92, 0xC0, 0xC0, 0x91, 0xA1, 0x6E, 0x92, 0x01, 0x02, 0x91, 0x91, 0xC0, 0x91, 0x90, 0x91, 0x90]);
        Assert.Equal(("n", 3, true, 10L), (read.Settings.Name, read.Settings.Retries, read.Settings.IsActive, read.Settings.Limit));
        Assert.Equal((1, 1), (read.Box.Count, read.Box.Content.Count));
        Assert.Null(read.Vehicle);
    }
}
