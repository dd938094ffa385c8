using System.Buffers;
using System.Numerics;
using System.Text;
using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

/// <summary>Wide numbers, and the lengths of arrays of several dimensions. Their bytes are in docs/types.md; here is what readers take and refuse.</summary>
public class WideLayoutTests
{
    [Fact]
    public void Halves_are_read_from_any_number_that_fits_exactly()
    {
        Assert.Equal((Half)5, Wire.Read("05", (ref r) => r.ReadHalf()));
        Assert.Equal((Half)1.5, Wire.Read("cb3ff8000000000000", (ref r) => r.ReadHalf()));
        Assert.True(Half.IsNaN(Wire.Read("ca7fc00000", (ref r) => r.ReadHalf())));
        Wire.Refuses("ca3f800001", (ref r) => r.ReadHalf());
        Wire.Refuses("ce00010000", (ref r) => r.ReadHalf());
    }

    [Fact]
    public void Wide_integers_have_one_length()
    {
        Wire.Refuses("c40f" + new string('0', 30), (ref r) => r.ReadInt128());
        Wire.Refuses("c411" + new string('0', 34), (ref r) => r.ReadUInt128());
        Wire.Refuses("05", (ref r) => r.ReadInt128());
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(65534)]
    [InlineData(70000)]
    public void Integers_of_any_size_survive(int bytes)
    {
        foreach (var value in new[] { BigInteger.One << (bytes * 8), -(BigInteger.One << (bytes * 8)), (BigInteger.One << (bytes * 8)) - 1 })
        {
            Assert.Equal(value, Wire.RoundTrip(value, (ref w, v) => w.Write(v), (ref r) => r.ReadBigInteger()));
        }
    }

    [Fact]
    public void Integers_of_any_size_are_read_from_more_bytes_than_they_need()
    {
        Assert.Equal(BigInteger.Zero, Wire.Read("c400", (ref r) => r.ReadBigInteger()));
        Assert.Equal(BigInteger.MinusOne, Wire.Read("c403ffffff", (ref r) => r.ReadBigInteger()));
    }

    [Fact]
    public void Runes_are_scalar_values()
    {
        Assert.Equal(new Rune(0x10ffff), Wire.Read("ce0010ffff", (ref r) => r.ReadRune()));
        Wire.Refuses("cdd800", (ref r) => r.ReadRune());
        Wire.Refuses("ce00110000", (ref r) => r.ReadRune());
        Wire.Refuses("ff", (ref r) => r.ReadRune());
    }

    [Fact]
    public void Indices_survive_to_both_ends()
    {
        foreach (var value in new Index[] { 0, int.MaxValue, ^0, ^1, ^int.MaxValue })
        {
            Assert.Equal(value, Wire.RoundTrip(value, (ref w, v) => w.Write(v), (ref r) => r.ReadIndex()));
        }
    }

    [Fact]
    public void Sequences_of_several_segments_are_one_bin()
    {
        var first = new Segment([1, 2], 0);
        var last = first.Append([3]);
        var value = new ReadOnlySequence<byte>(first, 1, last, 1);
        Assert.Equal("c4020203", Wire.Hex(value, (ref w, v) => w.Write(v)));
        Assert.Equal("c400", Wire.Hex(default(ReadOnlySequence<byte>), (ref w, v) => w.Write(v)));
        Assert.Equal("c400", Wire.Hex(default(ArraySegment<byte>), (ref w, v) => w.Write(v)));
        Assert.Equal("c0", Wire.Hex<StringBuilder?>(null, (ref w, v) => w.Write(v)));
        Assert.Null(Wire.Read("c0", (ref r) => r.ReadStringBuilder()));
    }

    [Theory]
    [InlineData("930203960102030405 06", "2,3")]
    [InlineData("930000 90", "0,0")]
    [InlineData("9300ce7fffffc790", "0,2147483591")]
    public void Lengths_that_go_with_the_elements(string hex, string expected) => Assert.Equal(expected, Lengths(hex, 2));

    [Theory]
    [InlineData(2, "93020295 0102030405")]
    [InlineData(2, "9302ff90")]
    [InlineData(2, "92020290")]
    [InlineData(2, "93020290")]
    [InlineData(2, "93000591 01")]
    [InlineData(2, "9300ce7fffffff90")]
    [InlineData(2, "93ce7fffffc7ce7fffffc7dd7fffffff")]
    [InlineData(3, "94ce7fffffc7ce7fffffc70090")]
    [InlineData(3, "94ce00010000ce00010000ce0001000090")]
    [InlineData(4, "95ce00010000ce00010000ce00010000ce0001000090")]
    [InlineData(4, "95ce40000000ce40000000ce40000000ce4000000091c0")]
    public void Lengths_that_lie_are_refused(int rank, string hex) => Assert.Throws<MessagePackFormatException>(() => Lengths(hex, rank));

    private static string Lengths(string hex, int rank)
    {
        Span<int> lengths = stackalloc int[rank];
        var reader = new MessagePackReader(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(reader.ReadArrayLengths(lengths), reader.Remaining);
        return string.Join(',', lengths.ToArray());
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, long start)
        {
            Memory = bytes;
            RunningIndex = start;
        }

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
