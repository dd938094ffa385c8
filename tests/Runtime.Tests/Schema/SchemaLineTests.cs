using Daybook.Schema;

namespace Daybook.Tests.Schema;

public class SchemaLineTests
{
    private const string Cart =
        "event cart.item-added@2 (0 Sku: string, 1 Quantity: int32, 2 UnitPrice: decimal, 3 Note: string? = \"none\", "
        + "5 Lines: list<Line(0 Sku: string, 1 Quantity: int32)>, 6 Status: enum Status: uint8 {Pending = 0, Paid = 1}? = Status.Paid, "
        + "7 Shape: union Shape {-1: Circle(0 Radius: float64), 4: Square()}, 8 Root: Node(0 Children: list<ref Node>, 1 Parent: ref Node?)?, "
        + "9 Map: map<string, tuple<int8, set<guid>>> = ...)";

    [Fact]
    public void A_line_is_parsed()
    {
        var schema = new RecordSchema(Cart);
        Assert.Equal((RecordKind.Event, "cart.item-added", 2), (schema.Kind, schema.Name, schema.Version));
        var members = schema.Record.Members;
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8, 9], members.Select(member => member.Key));
        Assert.True(members[3].Type.IsNullable);
        Assert.Equal("\"none\"", members[3].Default);
        Assert.Equal("Line", members[4].Type.Arguments[0].Name);
        Assert.Equal(new WireConstant("Paid", 1), members[5].Type.Constants[1]);
        Assert.Equal(WireKind.UInt8, members[5].Type.Underlying);
        Assert.Equal(-1, members[6].Type.Cases[0].Tag);
        Assert.Same(members[7].Type, members[7].Type.Members[0].Type.Arguments[0].Target);
        Assert.Equal("...", members[8].Default);
    }

    [Fact]
    public void A_reference_means_the_nearest_record_or_union_of_its_name()
    {
        WireType outer = new RecordSchema("event e@1 (0 A: union U {0: U(0 Self: ref U?), 1: V(0 Up: ref U)})").Record.Members[0].Type;
        Assert.Same(outer.Cases[0].Type, outer.Cases[0].Type.Members[0].Type.Target);
        Assert.Same(outer, outer.Cases[1].Type.Members[0].Type.Target);
        Assert.Throws<SchemaFormatException>(() => new RecordSchema("event e@1 (0 A: union U {}, 1 B: ref U)"));
    }

    [Theory]
    [InlineData(Cart)]
    [InlineData("state cart@0 ()")]
    [InlineData("state größe/x:y@2147483647 (0 Ärger: json? = null, 1 _b: char = '\\'', 2 C: string = \"a\\\"b, c) \\u0000\", 3 D: int64 = -5)")]
    [InlineData("event e@1 (0 date: date(0 date: date))")]
    public void Printing_gives_the_line_back(string line)
    {
        var schema = new RecordSchema(line);
        Assert.Equal(line, SchemaPrinter.Print(schema.Kind, schema.Version, schema.Record));
    }

    [Theory]
    [InlineData("")]
    [InlineData("event")]
    [InlineData("thing a@1 ()")]
    [InlineData("event a ()")]
    [InlineData("event a b@1 ()")]
    [InlineData("event a@01 ()")]
    [InlineData("event a@2147483648 ()")]
    [InlineData("event a@1 () ")]
    [InlineData("event a@1 (0 A: int)")]
    [InlineData("event a@1 (0 A: int32,1 B: int32)")]
    [InlineData("event a@1 (0 A:int32)")]
    [InlineData("event a@1 (1 A: int32, 0 B: int32)")]
    [InlineData("event a@1 (0 A: int32, 0 B: int32)")]
    [InlineData("event a@1 (0 A: int32??)")]
    [InlineData("event a@1 (0 A: list<int32)")]
    [InlineData("event a@1 (0 A: list<int32, int32>)")]
    [InlineData("event a@1 (0 A: map<int32>)")]
    [InlineData("event a@1 (0 A: ref B)")]
    [InlineData("event a@1 (0 A: enum B: string {})")]
    [InlineData("event a@1 (0 A: enum B: uint8 {C = 256})")]
    [InlineData("event a@1 (0 A: enum B: uint8 {C = -1})")]
    [InlineData("event a@1 (0 A: enum B: int8 {C = -0})")]
    [InlineData("event a@1 (0 A: union B {1: C(), 1: D()})")]
    [InlineData("event a@1 (0 A: string = \"open)")]
    [InlineData("event a@1 (0 A: string = \"\\")]
    [InlineData("event a@1 (0 A: string = )")]
    [InlineData("event a@1 (0 A: string = \"\u0001\")")]
    [InlineData("event a@1 (0 A: string = \"\u2028\")")]
    public void Other_lines_are_refused(string line)
    {
        Assert.Throws<SchemaFormatException>(() => new RecordSchema(line));
        Assert.Throws<SchemaFormatException>(() => new RecordSchema(RecordKind.Event, "a", 1, 0, line).Record);
    }

    [Fact]
    public void Lone_surrogates_are_refused_and_pairs_are_not()
    {
        Assert.Throws<SchemaFormatException>(() => new RecordSchema("event a@1 (0 A: string = \"\ud800\")"));
        Assert.NotNull(new RecordSchema("event a@1 (0 A: string = \"\ud83d\ude00\")"));
    }

    [Fact]
    public void Deep_nesting_is_refused_before_the_stack_ends()
    {
        string types = string.Concat(Enumerable.Repeat("list<", 100_000));
        Assert.Throws<SchemaFormatException>(() => new RecordSchema($"event a@1 (0 A: {types}"));
    }

    [Fact]
    public void The_fingerprint_is_the_start_of_the_hash_of_the_line()
    {
        // echo -n 'state cart@1 ()' | sha256sum
        var schema = new RecordSchema("state cart@1 ()");
        Assert.Equal(0x389cd09d7f030c96UL, schema.Fingerprint);
        Assert.Equal(schema, new RecordSchema(RecordKind.State, "cart", 1, schema.Fingerprint, "state cart@1 ()"));
        Assert.NotEqual(schema, new RecordSchema("state cart@2 ()"));
        Assert.Equal("state cart@1 ()", schema.ToString());
    }
}
