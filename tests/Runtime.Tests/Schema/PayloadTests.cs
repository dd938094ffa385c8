using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Tests.Schema;

/// <summary>JSON, display and comparison of one payload with every kind of member, and of random ones.</summary>
public class PayloadTests
{
    private static readonly RecordSchema Cart = new(
        "event cart.item-added@2 (0 Sku: string, 1 Quantity: int32, 3 Price: decimal, 4 Lines: list<Line(0 Sku: string, 1 Quantity: int32)>, "
        + "5 Headers: map<string, string>, 6 Tags: set<string>, 7 Status: enum Status: uint8 {Pending = 0, Paid = 1}, 8 Shape: union Shape {0: Circle(0 Radius: float64)}?, "
        + "9 Pair: tuple<bool, float64>, 10 At: datetimeoffset, 11 Raw: bytes, 12 Data: json, 13 Grid: map<tuple<int32, int32>, uint64>, 14 Note: string? = \"none\")");

    private static readonly byte[] Payload = Bytes(2, "x", ["b", "a"]);

    [Fact]
    public void Json_has_members_as_they_are()
    {
        string json = PayloadJson.ToJson(Cart, Payload);
        Assert.Equal(
            """{"Sku":"sku-1","Quantity":2,"Price":9.950,"Lines":[{"Sku":"a","Quantity":1},{"Sku":"b","Quantity":2}],"Headers":{"k":"x"},"Tags":["b","a"]"""
            + ""","Status":"Paid","Shape":{"Circle":{"Radius":1.5}},"Pair":[true,"NaN"],"At":"2026-01-02T03:04:05+02:00","Raw":"AQID","Data":{"a":[1,2.50]}"""
            + ""","Grid":[{"key":[1,2],"value":18446744073709551615}]}""",
            json);
        JsonDocument.Parse(json).Dispose();
        Assert.Contains("\n  \"Quantity\": 2,", PayloadJson.ToJson(Cart, Payload, indented: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_names_of_text_keys_are_the_keys_themselves()
    {
        byte[] payload = MessagePack.Wire.Bytes("a\n\"b", (ref w, key) =>
        {
            w.WriteArrayHeader(2);
            w.WriteMapHeader(1);
            w.Write(key);
            w.Write(1);
            w.WriteMapHeader(1);
            w.Write('\t');
            w.Write(2);
        });
        Assert.Equal(
            """{"Words":{"a\n\"b":1},"Letters":{"\t":2}}""",
            PayloadJson.ToJson(new("event a@1 (0 Words: map<string, int32>, 1 Letters: map<char, int32>)"), payload));
    }

    [Fact]
    public void Display_is_like_a_records_own() => Assert.Equal(
        "cart.item-added { Sku = sku-1, Quantity = 2, Price = 9.950, Lines = [Line { Sku = a, Quantity = 1 }, Line { Sku = b, Quantity = 2 }], "
        + "Headers = {k: x}, Tags = [b, a], Status = Paid, Shape = Circle { Radius = 1.5 }, Pair = (true, NaN), At = 2026-01-02T03:04:05+02:00, "
        + "Raw = 0x010203, Data = {\"a\":[1,2.50]}, Grid = {(1, 2): 18446744073709551615} }",
        PayloadDisplay.ToDisplay(Cart, Payload));

    [Fact]
    public void Display_shortens_what_is_long()
    {
        var schema = new RecordSchema("event a@1 (0 Text: string, 1 Items: list<int32>, 2 Raw: bytes, 3 Empty: Nothing())");
        byte[] payload = MessagePack.Wire.Bytes(0, (ref w, _) =>
        {
            w.WriteArrayHeader(4);
            w.Write("line\n" + new string('x', 200));
            w.WriteArrayHeader(20);
            for (int i = 0; i < 20; i++)
            {
                w.Write(i);
            }

            w.Write(new byte[41]);
            w.WriteArrayHeader(0);
        });
        Assert.Equal(
            $"a {{ Text = line\\u000a{new string('x', 75)}…, Items = [0, 1, 2, 3, 4, 5, 6, 7, … (20 in all)], Raw = 0x{new string('0', 80)}… (41 bytes), Empty = Nothing {{ }} }}",
            PayloadDisplay.ToDisplay(schema, payload));
    }

    [Fact]
    public void Comparison_names_paths_and_values()
    {
        Assert.Empty(PayloadComparer.Compare(Cart, Payload, Payload));
        Assert.Empty(PayloadComparer.Compare(Cart, Payload, Bytes(2, "x", ["a", "b"])));
        Assert.Equal(
            ["Lines[1].Quantity: 2 vs 3", "Headers[\"k\"]: \"x\" vs \"y\"", "Tags[\"b\"]: \"b\" vs (missing)", "Tags[\"c\"]: (missing) vs \"c\""],
            PayloadComparer.Compare(Cart, Payload, Bytes(3, "y", ["a", "c"])).Select(difference => difference.ToString()));
    }

    [Fact]
    public void Two_schemas_are_compared_by_key()
    {
        var old = new RecordSchema("state a@1 (0 A: int32, 1 B: int32, 2 C: list<int32>)");
        var @new = new RecordSchema("state a@1 (0 A: int64, 2 C: list<int32>, 3 D: string)");
        var differences = PayloadComparer.Compare(old, [0x93, 1, 2, 0x92, 3, 4], @new, [0x94, 1, 0xc0, 0x91, 3, 0xa1, (byte)'x']);
        Assert.Equal(["B: 2 vs (missing)", "C[1]: 4 vs (missing)", "D: (missing) vs \"x\""], differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public void Missing_and_unknown_members_are_left_out()
    {
        var schema = new RecordSchema("event a@1 (0 A: int32, 1 B: string?)");
        Assert.Equal("""{"A":1}""", PayloadJson.ToJson(schema, [0x91, 1]));
        Assert.Equal("""{"A":1,"B":null}""", PayloadJson.ToJson(schema, [0x94, 1, 0xc0, 0x91, 5, 7]));
        Assert.Equal("a { A = 1 }", PayloadDisplay.ToDisplay(schema, [0x91, 1]));
    }

    [Fact]
    public void Bytes_behind_the_payload_are_refused()
    {
        var schema = new RecordSchema("event a@1 ()");
        Assert.Throws<MessagePackFormatException>(() => PayloadJson.ToJson(schema, [0x90, 0x90]));
        Assert.Throws<MessagePackFormatException>(() => PayloadDisplay.ToDisplay(schema, [0x90, 0x90]));
        Assert.Throws<MessagePackFormatException>(() => PayloadComparer.Compare(schema, [0x90], [0x90, 0x90]));
    }

    [Fact]
    public void Random_payloads_of_random_schemas_are_valid_json_and_equal_themselves()
    {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++)
        {
            var schema = new RecordSchema(RandomSchema.Line(random));
            byte[] payload = new RandomPayload(random).Bytes(schema);
            JsonDocument.Parse(PayloadJson.ToJson(schema, payload), new() { MaxDepth = 256 }).Dispose();
            Assert.Empty(PayloadComparer.Compare(schema, payload, payload));
            Assert.DoesNotContain('\n', PayloadDisplay.ToDisplay(schema, payload));
        }
    }

    private static byte[] Bytes(int quantity, string header, string[] tags) => MessagePack.Wire.Bytes(0, (ref w, _) =>
    {
        w.WriteArrayHeader(14);
        w.Write("sku-1");
        w.Write(2);
        w.WriteNil();
        w.Write(9.950m);
        w.WriteArrayHeader(2);
        w.WriteRaw([0x92, 0xa1, (byte)'a', 1, 0x92, 0xa1, (byte)'b']);
        w.Write(quantity);
        w.WriteMapHeader(1);
        w.Write("k");
        w.Write(header);
        w.WriteArrayHeader(tags.Length);
        foreach (string tag in tags)
        {
            w.Write(tag);
        }

        w.Write(1);
        w.WriteRaw([0x92, 0, 0x91]);
        w.Write(1.5);
        w.WriteRaw([0x92, 0xc3]);
        w.Write(double.NaN);
        w.Write(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        w.Write((byte[])[1, 2, 3]);
        w.Write("""{"a":[1,2.50]}""");
        w.WriteRaw([0x81, 0x92, 1, 2]);
        w.Write(ulong.MaxValue);
    });
}
