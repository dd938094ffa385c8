using Daybook.Behaviour.Tests.Members;
using Daybook.MessagePack;

namespace Daybook.Behaviour.Tests;

public class MissingMemberTests
{
    private static readonly Defaults Full = new("name", 1, 2, Colour.Red, null, 0.5) { Needed = "needed", Values = [9], Constant = 4, Text = "text" };

    [Fact]
    public void An_empty_payload_gives_what_the_declaration_says()
    {
        Defaults read = Payload.Read<Defaults>([0x90]);
        Assert.Null(read.Name);
        Assert.Equal(5, read.Count);
        Assert.Equal(1.50m, read.Price);
        Assert.Equal(Colour.Green, read.Colour);
        Assert.Equal("a \"note\"", read.Note);
        Assert.Equal(double.NaN, read.Ratio);
        Assert.Equal([1, 2], read.Values);
        Assert.Null(read.Needed);
        Assert.Equal(21, read.Constant);
        Assert.Null(read.Text);
    }

    [Fact]
    public void A_shorter_payload_keeps_what_it_has()
    {
        byte[] payload = Payload.Written(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(7);
            writer.Write("name");
            writer.Write(1);
            writer.Write(2m);
            writer.Write(1);
            writer.WriteNil();
            writer.Write(0.5);
            writer.WriteArrayHeader(1);
            writer.Write(9);
        });
        Defaults read = Payload.Read<Defaults>(payload);
        Assert.Equal(Full.Values, read.Values);
        Assert.Equal(Full with { Values = read.Values, Needed = null!, Constant = 21, Text = null! }, read);
    }

    [Fact]
    public void Members_that_are_not_known_are_skipped()
    {
        byte[] payload = Payload.Written(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(3);
            writer.Write("ada");
            writer.WriteMapHeader(1);
            writer.Write(1);
            writer.WriteArrayHeader(0);
            writer.WriteNil();
        });
        Assert.Equal(new Shop.Opened("ada"), Payload.Read<Shop.Opened>(payload));
    }

    [Fact]
    public void Null_for_a_member_that_is_never_null_is_refused()
    {
        Assert.Throws<MessagePackFormatException>(() => Payload.Read<Shop.Opened>([0x91, 0xC0]));
        Assert.Throws<ArgumentNullException>(() => Payload.Of(new Shop.Opened(null!)));
    }

    [Fact]
    public void Schemas_name_defaults() =>
        Assert.Equal(
            """event members.defaults@1 (0 Name: string, 1 Count: int32 = 5, 2 Price: decimal = 1.50m, 3 Colour: enum Colour: uint8 {Red = 1, Green = 2} = Green, """
            + """4 Note: string? = "a \"note\"", 5 Ratio: float64 = double.NaN, 6 Values: list<int32> = ..., 7 Needed: string, 8 Constant: int64 = 21, 9 Text: string)""",
            SchemaOf<Defaults>());

    [Fact]
    public void Defaults_at_the_edges_are_what_the_declaration_says()
    {
        EdgeDefaults read = Payload.Read<EdgeDefaults>([0x90]);
        Assert.Equal(new EdgeDefaults(), read);
        Assert.True(double.IsNegative(read.Double));
        Assert.Equal(
            """event members.edge-defaults@1 (0 Int8: int8 = -128, 1 UInt8: uint8? = 7, 2 Int16: int16 = -300, 3 UInt16: uint16 = 300, """
            + """4 Int32: int32 = -2147483648, 5 Int64: int64 = -9223372036854775808, 6 UInt64: uint64 = 18446744073709551615, """
            + """7 Single: float32 = float.NegativeInfinity, 8 SingleNaN: float32 = float.NaN, 9 Double: float64 = -0d, """
            + """10 Epsilon: float64 = 5E-324d, 11 Decimal: decimal = -79228162514264337593543950335m, 12 Quote: char = '\'', 13 Nul: char = '\0', """
            + """14 Control: string = "\u0001\u2028\ud800\\", 15 Number: int32? = -1, 16 Known: enum Colour: uint8 {Red = 1, Green = 2}? = Green, """
            + """17 Unknown: enum Colour: uint8 {Red = 1, Green = 2}? = 200, 18 Point: Point(0 X: int32, 1 Y: int32), 19 Half: float16 = ..., """
            + """20 Inner: EdgeField(0 Field: int32? = -2) = ..., 21 Int128: int128 = ...)""",
            SchemaOf<EdgeDefaults>());
    }

    [Fact]
    public void Fields_of_nested_records_have_their_defaults()
    {
        byte[] payload = Payload.Of(new EdgeDefaults { Inner = new() { Field = 77 } });
        int inner = payload.AsSpan().IndexOf([(byte)0x91, (byte)77]);
        Assert.Equal(new EdgeDefaults(), Payload.Read<EdgeDefaults>([.. payload[..inner], 0x90, .. payload[(inner + 2)..]]));
    }

    private static string SchemaOf<TEvent>()
        where TEvent : IEvent<TEvent> => TEvent.Schema.Text;
}
