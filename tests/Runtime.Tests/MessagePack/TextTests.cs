using System.Text;

namespace Daybook.Tests.MessagePack;

public class TextTests
{
    [Fact]
    public void Every_string_round_trips_whatever_its_length_and_content()
    {
        var texts =
            from length in Enumerable.Range(0, 70)
            from filler in new[] { "x", "é", "€", "\ud83d\ude00", "\ud800", "\udc00" }
            select string.Concat(Enumerable.Repeat(filler, length)) + "y";
        foreach (string text in texts)
        {
            Assert.Equal(text, RoundTrip(text));
            Assert.Equal("a" + text, RoundTrip("a" + text));
        }
    }

    // Not a theory: attributes cannot hold lone surrogates.
    [Fact]
    public void Lone_surrogates_are_three_bytes_and_pairs_four() => Assert.All(
        [
            ("\ud800", "a3eda080"),
            ("\udfff", "a3edbfbf"),
            ("a\udc00\ud800b", "a861edb080eda08062"),
            ("\ud83d\ude00", "a4f09f9880"),
            ("\ud83d\ud83d\ude00", "a7eda0bdf09f9880"),
        ],
        row =>
        {
            Assert.Equal(row.Item2, Wire.Hex(row.Item1, (ref w, v) => w.Write(v)));
            Assert.Equal(row.Item1, Wire.Read(row.Item2, (ref r) => r.ReadString()));
        });

    [Theory]
    [InlineData("a6eda0bdedb880")]
    [InlineData("a180")]
    [InlineData("a1c3")]
    [InlineData("a2c080")]
    [InlineData("a3e08080")]
    [InlineData("a4f4908080")]
    [InlineData("a2eda0")]
    [InlineData("a3ed9fff")]
    public void What_has_a_shorter_or_no_meaning_is_refused(string hex) => Wire.Refuses(hex, (ref r) => r.ReadString());

    [Fact]
    public void Long_texts_claim_no_more_than_they_need()
    {
        string text = new StringBuilder().Insert(0, "aé€\ud800", 50_000).ToString();
        byte[] bytes = Wire.Bytes(text, (ref w, v) => w.Write(v));
        Assert.Equal(5 + (50_000 * 9), bytes.Length);
        Assert.Equal(text, Wire.Read(bytes, (ref r) => r.ReadString()));
    }

    [Fact]
    public void Nil_is_refused_where_a_value_is_required()
    {
        Wire.Refuses("c0", (ref r) => r.ReadRequiredString());
        Wire.Refuses("c0", (ref r) => r.ReadRequiredBytes());
        Wire.Refuses("c0", (ref r) => r.ReadRequiredUri());
        Wire.Refuses("c0", (ref r) => r.ReadRequiredVersion());
    }

    private static string? RoundTrip(string text) => Wire.RoundTrip(text, (ref w, v) => w.Write(v), (ref r) => r.ReadString());
}
