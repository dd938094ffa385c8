using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

/// <summary>Bytes of every format of the MessagePack specification, at both ends of each format's range.</summary>
public class SpecificationTests
{
    [Theory]
    [InlineData(0L, "00")]
    [InlineData(127L, "7f")]
    [InlineData(128L, "cc80")]
    [InlineData(255L, "ccff")]
    [InlineData(256L, "cd0100")]
    [InlineData(65535L, "cdffff")]
    [InlineData(65536L, "ce00010000")]
    [InlineData(4294967295L, "ceffffffff")]
    [InlineData(4294967296L, "cf0000000100000000")]
    [InlineData(long.MaxValue, "cf7fffffffffffffff")]
    [InlineData(-1L, "ff")]
    [InlineData(-32L, "e0")]
    [InlineData(-33L, "d0df")]
    [InlineData(-128L, "d080")]
    [InlineData(-129L, "d1ff7f")]
    [InlineData(-32768L, "d18000")]
    [InlineData(-32769L, "d2ffff7fff")]
    [InlineData(-2147483648L, "d280000000")]
    [InlineData(-2147483649L, "d3ffffffff7fffffff")]
    [InlineData(long.MinValue, "d38000000000000000")]
    public void Integers_take_their_smallest_encoding(long value, string hex)
    {
        Assert.Equal(hex, Wire.Hex(value, (ref w, v) => w.Write(v)));
        Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadInt64()));
    }

    [Fact]
    public void The_largest_unsigned_integer_is_uint_64()
    {
        Assert.Equal("cfffffffffffffffff", Wire.Hex(ulong.MaxValue, (ref w, v) => w.Write(v)));
        Assert.Equal(ulong.MaxValue, Wire.Read("cfffffffffffffffff", (ref r) => r.ReadUInt64()));
    }

    [Theory]
    [InlineData("d07f", 127)]
    [InlineData("d1007f", 127)]
    [InlineData("d20000007f", 127)]
    [InlineData("d3000000000000007f", 127)]
    [InlineData("cc7f", 127)]
    [InlineData("cd007f", 127)]
    [InlineData("ce0000007f", 127)]
    [InlineData("cf000000000000007f", 127)]
    [InlineData("d3ffffffffffffffff", -1)]
    public void Integers_are_read_from_any_encoding(string hex, int value)
    {
        Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadSByte()));
        Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadInt16()));
        Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadInt32()));
        Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadInt64()));
        if (value >= 0)
        {
            Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadByte()));
            Assert.Equal(value, Wire.Read(hex, (ref r) => r.ReadUInt16()));
            Assert.Equal((uint)value, Wire.Read(hex, (ref r) => r.ReadUInt32()));
            Assert.Equal((ulong)value, Wire.Read(hex, (ref r) => r.ReadUInt64()));
        }
    }

    [Fact]
    public void Nil_booleans_and_floats()
    {
        Assert.Equal("c0", Wire.Hex(0, (ref w, _) => w.WriteNil()));
        Assert.Equal("c2", Wire.Hex(false, (ref w, v) => w.Write(v)));
        Assert.Equal("c3", Wire.Hex(true, (ref w, v) => w.Write(v)));
        Assert.Equal("ca3fc00000", Wire.Hex(1.5f, (ref w, v) => w.Write(v)));
        Assert.Equal("cb3ff8000000000000", Wire.Hex(1.5, (ref w, v) => w.Write(v)));
        Assert.True(Wire.Read("c0", (ref r) => r.TryReadNil()));
        Assert.False(Wire.Read("c2", (ref r) => r.ReadBoolean()));
        Assert.True(Wire.Read("c3", (ref r) => r.ReadBoolean()));
    }

    [Theory]
    [InlineData(0, "a0")]
    [InlineData(31, "bf")]
    [InlineData(32, "d920")]
    [InlineData(255, "d9ff")]
    [InlineData(256, "da0100")]
    [InlineData(65535, "daffff")]
    [InlineData(65536, "db00010000")]
    public void Strings_have_four_headers(int length, string header)
    {
        string text = new('x', length);
        Assert.Equal(header + Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)), Wire.Hex(text, (ref w, v) => w.Write(v)));
        Assert.Equal(text, Wire.RoundTrip(text, (ref w, v) => w.Write(v), (ref r) => r.ReadString()));
        Assert.StartsWith(header, Wire.Hex(new byte[length], (ref w, v) => w.WriteUtf8(v)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "c400")]
    [InlineData(255, "c4ff")]
    [InlineData(256, "c50100")]
    [InlineData(65535, "c5ffff")]
    [InlineData(65536, "c600010000")]
    public void Binaries_have_three_headers(int length, string header)
    {
        byte[] data = new byte[length];
        Assert.Equal(header + Convert.ToHexStringLower(data), Wire.Hex(data, (ref w, v) => w.Write(v)));
        Assert.Equal(data, Wire.RoundTrip(data, (ref w, v) => w.Write(v), (ref r) => r.ReadBytes()));
        Assert.Equal(data, Wire.RoundTrip<ReadOnlyMemory<byte>>(data, (ref w, v) => w.Write(v), (ref r) => r.ReadMemory()).ToArray());
    }

    [Theory]
    [InlineData(0, "90", "80")]
    [InlineData(15, "9f", "8f")]
    [InlineData(16, "dc0010", "de0010")]
    [InlineData(65535, "dcffff", "deffff")]
    [InlineData(65536, "dd00010000", "df00010000")]
    public void Arrays_and_maps_have_three_headers(int count, string array, string map)
    {
        Assert.Equal(array, Wire.Hex(count, (ref w, v) => w.WriteArrayHeader(v)));
        Assert.Equal(map, Wire.Hex(count, (ref w, v) => w.WriteMapHeader(v)));
        byte[] rest = new byte[count * 2];
        var reader = new MessagePackReader([.. Convert.FromHexString(array), .. rest]);
        Assert.Equal(count, reader.ReadArrayHeader());
        reader = new MessagePackReader([.. Convert.FromHexString(map), .. rest]);
        Assert.Equal(count, reader.ReadMapHeader());
    }

    [Theory]
    [InlineData(0, "c70005")]
    [InlineData(1, "d405")]
    [InlineData(2, "d505")]
    [InlineData(3, "c70305")]
    [InlineData(4, "d605")]
    [InlineData(8, "d705")]
    [InlineData(16, "d805")]
    [InlineData(255, "c7ff05")]
    [InlineData(256, "c8010005")]
    [InlineData(65536, "c90001000005")]
    public void Extensions_have_eight_headers(int length, string header)
    {
        byte[] bytes = Wire.Bytes(new byte[length], (ref w, v) => w.WriteExtension(5, v));
        Assert.Equal(header, Convert.ToHexStringLower(bytes.AsSpan(0, bytes.Length - length)));
        Wire.Read(bytes, (ref r) => r.ReadRaw().Length);
        Assert.Equal(length, Wire.Read(bytes, (ref r) => r.ReadData(r.ReadExtensionHeader().Length).Length));
    }

    [Theory]
    [InlineData(0L, 0u, "d6ff00000000")]
    [InlineData(4294967295L, 0u, "d6ffffffffff")]
    [InlineData(4294967296L, 0u, "d7ff0000000100000000")]
    [InlineData(1L, 999999999u, "d7ffee6b27fc00000001")]
    [InlineData(17179869183L, 0u, "d7ff00000003ffffffff")]
    [InlineData(17179869184L, 0u, "c70cff000000000000000400000000")]
    [InlineData(-1L, 5u, "c70cff00000005ffffffffffffffff")]
    public void Timestamps_have_three_formats(long seconds, uint nanoseconds, string hex)
    {
        Assert.Equal(hex, Wire.Hex(0, (ref w, _) => w.WriteTimestamp(seconds, nanoseconds)));
        var reader = new MessagePackReader(Convert.FromHexString(hex));
        reader.ReadTimestamp(out long readSeconds, out uint readNanoseconds);
        Assert.Equal((seconds, nanoseconds), (readSeconds, readNanoseconds));
        Assert.True(reader.End);
    }

    [Fact]
    public void Every_first_byte_has_a_family()
    {
        foreach (int code in Enumerable.Range(0, 256).Where(code => code != 0xc1))
        {
            var reader = new MessagePackReader([(byte)code]);
            var expected = code switch
            {
                <= 0x7f or >= 0xe0 or (>= 0xcc and <= 0xd3) => MessagePackType.Integer,
                <= 0x8f or 0xde or 0xdf => MessagePackType.Map,
                <= 0x9f or 0xdc or 0xdd => MessagePackType.Array,
                <= 0xbf or (>= 0xd9 and <= 0xdb) => MessagePackType.String,
                0xc0 => MessagePackType.Nil,
                0xc2 or 0xc3 => MessagePackType.Boolean,
                <= 0xc6 => MessagePackType.Binary,
                0xca or 0xcb => MessagePackType.Float,
                _ => MessagePackType.Extension,
            };
            Assert.Equal(expected, reader.PeekType());
        }
    }
}
