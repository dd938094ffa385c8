using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

/// <summary>The bytes that MessagePack-CSharp 3.x's standard resolver gives .NET values.</summary>
public class ValueLayoutTests
{
    [Fact]
    public void Text_like_values()
    {
        Assert.Equal("a6392e393530" + "30", Wire.Hex(9.9500m, (ref w, v) => w.Write(v)));
        Assert.Equal("bf" + Ascii("-7.9228162514264337593543950335"), Wire.Hex(-7.9228162514264337593543950335m, (ref w, v) => w.Write(v)));
        Assert.Equal("d924" + Ascii("00112233-4455-6677-8899-aabbccddeeff"), Wire.Hex(new Guid("00112233-4455-6677-8899-AABBCCDDEEFF"), (ref w, v) => w.Write(v)));
        Assert.Equal("b1" + Ascii("http://Host/%7Ea/"), Wire.Hex(new Uri("http://Host/%7Ea/"), (ref w, v) => w.Write(v)));
        Assert.Equal("a7" + Ascii("1.2.3.4"), Wire.Hex(new Version(1, 2, 3, 4), (ref w, v) => w.Write(v)));
        Assert.Equal("a3" + Ascii("1.2"), Wire.Hex(new Version(1, 2), (ref w, v) => w.Write(v)));
        Assert.Equal("cd20ac", Wire.Hex('€', (ref w, v) => w.Write(v)));
    }

    [Fact]
    public void Null_is_nil()
    {
        Assert.Equal("c0", Wire.Hex<string?>(null, (ref w, v) => w.Write(v)));
        Assert.Equal("c0", Wire.Hex<byte[]?>(null, (ref w, v) => w.Write(v)));
        Assert.Equal("c0", Wire.Hex<Uri?>(null, (ref w, v) => w.Write(v)));
        Assert.Equal("c0", Wire.Hex<Version?>(null, (ref w, v) => w.Write(v)));
        Assert.Equal("c0", Wire.Hex<JsonElement>(default, (ref w, v) => w.Write(v)));
        Assert.Null(Wire.Read("c0", (ref r) => r.ReadString()));
        Assert.Null(Wire.Read("c0", (ref r) => r.ReadBytes()));
        Assert.Null(Wire.Read("c0", (ref r) => r.ReadUri()));
        Assert.Null(Wire.Read("c0", (ref r) => r.ReadVersion()));
        Assert.True(Wire.Read("c0", (ref r) => r.ReadMemory()).IsEmpty);
        Assert.Equal(JsonValueKind.Undefined, Wire.Read("c0", (ref r) => r.ReadJsonElement()).ValueKind);
    }

    [Fact]
    public void Times()
    {
        var second = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Assert.Equal("d6ff695735a5", Wire.Hex(second, (ref w, v) => w.Write(v)));
        Assert.Equal("d6ff695735a5", Wire.Hex(DateTime.SpecifyKind(second, DateTimeKind.Unspecified), (ref w, v) => w.Write(v)));
        Assert.Equal("d7ff00000190695735a5", Wire.Hex(second.AddTicks(1), (ref w, v) => w.Write(v)));
        Assert.Equal("c70cff00000000fffffff1886e0900", Wire.Hex(DateTime.MinValue, (ref w, v) => w.Write(v)));
        Assert.Equal("92d6ff695735a578", Wire.Hex(new DateTimeOffset(DateTime.SpecifyKind(second, DateTimeKind.Unspecified), TimeSpan.FromHours(2)), (ref w, v) => w.Write(v)));
        Assert.Equal("ce05f5e100", Wire.Hex(TimeSpan.FromSeconds(10), (ref w, v) => w.Write(v)));
        Assert.Equal("ff", Wire.Hex(TimeSpan.FromTicks(-1), (ref w, v) => w.Write(v)));
        Assert.Equal("ce000b4921", Wire.Hex(new DateOnly(2026, 1, 2), (ref w, v) => w.Write(v)));
        Assert.Equal("ce3b9aca00", Wire.Hex(new TimeOnly(0, 1, 40), (ref w, v) => w.Write(v)));
        Assert.Equal(DateTimeKind.Utc, Wire.Read("d6ff695735a5", (ref r) => r.ReadDateTime()).Kind);
    }

    [Fact]
    public void Local_times_are_refused()
        => Assert.Throws<ArgumentException>(() => Wire.Bytes(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local), (ref w, v) => w.Write(v)));

    [Theory]
    [InlineData("""{ "a" : [ 1 , 2.50, "x y" ], "\u00e4": null }""", """{"a":[1,2.50,"x y"],"\u00e4":null}""")]
    [InlineData("""[ "\ud800" , "\\", "\"" ]""", """["\ud800","\\","\""]""")]
    [InlineData("[ 1, /* two */ 3, // four\n 5 , ]", "[1,3,5]")]
    [InlineData(" \"ä\" ", "\"ä\"")]
    public void Json_is_compact_text(string json, string compact)
    {
        using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        byte[] bytes = Wire.Bytes(document.RootElement, (ref w, v) => w.Write(v));
        Assert.Equal(compact, Wire.Read(bytes, (ref r) => r.ReadString()));
        Assert.Equal(compact, Wire.Read(bytes, (ref r) => r.ReadJsonElement()).GetRawText());
    }

    [Fact]
    public void Long_json_gets_a_header_of_its_compact_length()
    {
        string json = "[" + new string(' ', 70_000) + "1]";
        using var document = JsonDocument.Parse(json);
        Assert.Equal("a35b315d", Wire.Hex(document.RootElement, (ref w, v) => w.Write(v)));
    }

    [Fact]
    public void Json_deeper_than_64_is_refused()
    {
        using var document = JsonDocument.Parse(new string('[', 65) + new string(']', 65), new() { MaxDepth = 100 });
        Assert.Throws<MessagePackDepthException>(() => Wire.Bytes(document.RootElement, (ref w, v) => w.Write(v)));
    }

    [Fact]
    public void Floats_are_read_from_any_number_that_fits_exactly()
    {
        Assert.Equal(5.0, Wire.Read("05", (ref r) => r.ReadDouble()));
        Assert.Equal(1.5, Wire.Read("ca3fc00000", (ref r) => r.ReadDouble()));
        Assert.Equal(1.5f, Wire.Read("cb3ff8000000000000", (ref r) => r.ReadSingle()));
        Assert.Equal(-9223372036854775808.0, Wire.Read("d38000000000000000", (ref r) => r.ReadDouble()));
        Assert.Equal(9223372036854775808.0, Wire.Read("cf8000000000000000", (ref r) => r.ReadDouble()));
        Wire.Refuses("cfffffffffffffffff", (ref r) => r.ReadDouble());
        Wire.Refuses("cf0020000000000001", (ref r) => r.ReadDouble());
        Wire.Refuses("cb3fb999999999999a", (ref r) => r.ReadSingle());
    }

    private static string Ascii(string text) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(text));
}
