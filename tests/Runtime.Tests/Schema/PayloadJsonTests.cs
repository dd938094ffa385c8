using System.Text.Json;
using Daybook.Schema;

namespace Daybook.Tests.Schema;

/// <summary>Payloads out of JSON: the way back of <see cref="PayloadJson"/>.</summary>
public class PayloadJsonTests
{
    private static readonly RecordSchema Cart = new(
        "event cart.item-added@2 (0 Sku: string, 2 UnitPrice: decimal = 1.50m, 3 Lines: list<Line(0 LineNo: int32, 1 Took: timespan?)> = ..., 4 Kind: enum Kind: uint8 {Plain = 0, Gift = 1} = Gift, "
        + "5 Note: string = \"a \\\"b\\\"\\t\\u0001\\0\", 6 Sign: char = '\\'', 7 Limit: int32?, 8 Shape: union Shape {0: Circle(0 Radius: float64), 1: int32}?, 9 Keys: list<string> = ...)");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_as_json_is_read_as_it_was(bool isNamedOtherwise)
    {
        PayloadJsonOptions options = isNamedOtherwise ? new() { Naming = JsonNamingPolicy.SnakeCaseLower, TimeSpansInSeconds = true } : PayloadJsonOptions.Default;
        var random = new Random(11);
        int tried = 0;
        for (int i = 0; i < 4_000; i++)
        {
            var schema = new RecordSchema(RandomSchema.Line(random));
            byte[] payload = new RandomPayload(random, loneSurrogates: false).Bytes(schema);
            using JsonDocument json = Write(schema, payload, options);
            if (HasTwins(schema.Record) || HasTwins(json.RootElement) || schema.Text.Contains("map<string?", StringComparison.Ordinal))
            {
                continue;
            }

            tried++;
            byte[] read = PayloadJson.Read(schema, json.RootElement, options);
            Assert.Empty(PayloadComparer.Compare(schema, payload, read));
            Assert.Equal(json.RootElement.GetRawText(), Write(schema, read, options).RootElement.GetRawText());
        }

        Assert.InRange(tried, 1_000, 4_000);
    }

    [Fact]
    public void Json_that_is_anything_is_a_payload_or_refused_with_its_place()
    {
        string[] values = ["null", "true", "0", "-1", "1.5", "1e400", "\"\"", "\"x\"", "\"\\ud800\"", "\"2026-03-01\"", "[]", "[1]", "[[1,2]]", "{}", "{\"A\":1}", "{\"key\":1,\"value\":2}", "[{\"key\":1}]"];
        var random = new Random(12);
        int refused = 0;
        for (int i = 0; i < 4_000; i++)
        {
            var schema = new RecordSchema(RandomSchema.Line(random));
            string json = "{" + string.Join(",", schema.Record.Members.Where(_ => random.Next(5) > 0).Select(member => $"\"{member.Name}\":{values[random.Next(values.Length)]}")) + "}";
            using var document = JsonDocument.Parse(json);
            try
            {
                byte[] payload = PayloadJson.Read(schema, document.RootElement);
                _ = PayloadJson.ToJson(schema, payload);
            }
            catch (PayloadJsonException exception)
            {
                refused++;
                Assert.Same(schema, exception.Schema);
                Assert.NotEmpty(exception.Path);
            }
        }

        Assert.InRange(refused, 1_000, 3_999);
    }

    [Fact]
    public void What_is_left_out_is_what_the_schema_says()
    {
        Assert.Equal("""{"Sku":"s"}""", Again("""{"Sku":"s"}"""));
        Assert.Equal(
            """{"Sku":"s","UnitPrice":1.50,"Lines":[],"Kind":"Gift","Note":"a \"b\"\t\u0001\u0000","Sign":"'","Limit":7}""",
            Again("""{"Limit":7,"Lines":[],"Sku":"t","Sku":"s"}"""));
        Assert.Equal("""{"Sku":"s","UnitPrice":2,"Lines":[{"LineNo":1}],"Kind":"Plain"}""", Again("""{"Sku":"s","UnitPrice":2,"Lines":[{"LineNo":1}],"Kind":0}"""));
    }

    [Theory]
    [InlineData("""[]""", "")]
    [InlineData("""{}""", "Sku")]
    [InlineData("""{"Sku":null}""", "Sku")]
    [InlineData("""{"Sku":"s","Limit":7}""", "Lines")]
    [InlineData("""{"Sku":"s","Lines":[{"LineNo":1},{"LineNo":"1"}]}""", "Lines[1].LineNo")]
    [InlineData("""{"Sku":"s","Lines":[{"LineNo":2147483648}]}""", "Lines[0].LineNo")]
    [InlineData("""{"Sku":"s","Lines":[{"LineNo":1,"Took":5}]}""", "Lines[0].Took")]
    [InlineData("""{"Sku":"s","Lines":[],"Kind":"gift"}""", "Kind")]
    [InlineData("""{"Sku":"s","Lines":[],"Kind":256}""", "Kind")]
    [InlineData("""{"Sku":"s","Lines":[],"Shape":{"Square":{}}}""", "Shape.Square")]
    [InlineData("""{"Sku":"s","Lines":[],"Shape":{"Circle":{"Radius":"far"}}}""", "Shape.Circle.Radius")]
    [InlineData("""{"Sku":"s","other":1}""", "other")]
    [InlineData("""{"Sku":"s","\ud800":1}""", "")]
    public void What_does_not_fit_is_refused_where_it_stands(string json, string path) =>
        Assert.Equal(path, Assert.Throws<PayloadJsonException>(() => Again(json)).Path);

    [Fact]
    public void Halves_of_surrogate_pairs_and_unknown_numbers_of_enums_come_back()
    {
        Assert.Equal("""{"Sku":"\ud83d\u002f\u0022a","UnitPrice":1.50,"Lines":[],"Kind":9}""", Again("""{"Sku":"\ud83d\/\"a","Lines":[],"Kind":9}"""));
        Assert.True(PayloadJson.Fits(Cart.Record.Members[0].Type, JsonDocument.Parse("\"\\udc00\"").RootElement));
        Assert.False(PayloadJson.Fits(Cart.Record.Members[0].Type, JsonDocument.Parse("1").RootElement));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+00:00")]
    [InlineData("2026-03-01T12:00", "2026-03-01T12:00:00+00:00")]
    [InlineData("2026-03-01T12:00:00.123456789Z", "2026-03-01T12:00:00.1234567+00:00")]
    [InlineData("2026-03-01T12:00:00.5-05:30", "2026-03-01T12:00:00.5-05:30")]
    [InlineData("2026-03-01 12:00:00", null)]
    [InlineData("1 March 2026", null)]
    [InlineData("2026-03-01T12:00:00+25:00", null)]
    public void Times_are_iso_8601(string given, string? read)
    {
        var schema = new RecordSchema("event a@1 (0 At: datetimeoffset)");
        using var json = JsonDocument.Parse($$"""{"At":"{{given}}"}""");
        Assert.Equal(read is not null, PayloadJson.Fits(schema.Record, json.RootElement));
        Assert.Equal(read is null ? null : $$"""{"At":"{{read}}"}""", read is null ? null : PayloadJson.ToJson(schema, PayloadJson.Read(schema, json.RootElement)));
    }

    private static string Again(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PayloadJson.ToJson(Cart, PayloadJson.Read(Cart, document.RootElement));
    }

    private static JsonDocument Write(RecordSchema schema, byte[] payload, PayloadJsonOptions options)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            PayloadJson.Write(schema, payload, writer, options);
        }

        return JsonDocument.Parse(text.ToArray(), new() { MaxDepth = 256 });
    }

    // Two members, keys or cases of one name are one in JSON, and so are the key "null" and none.
    private static bool HasTwins(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().GroupBy(property => property.Name).Any(group => group.Count() > 1) || json.EnumerateObject().Any(property => HasTwins(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(HasTwins),
        _ => false,
    };

    private static bool HasTwins(WireType type) =>
        type.Cases.Select(one => one.Type.Name).Where(name => name.Length > 0).GroupBy(name => name).Any(group => group.Count() > 1)
        || type.Cases.Any(one => HasTwins(one.Type)) || type.Arguments.Any(HasTwins) || type.Members.Any(member => HasTwins(member.Type));
}
