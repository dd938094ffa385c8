using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

public class StrictnessTests
{
    [Fact]
    public void The_code_that_is_never_used_is_refused()
    {
        Wire.Refuses("c1", (ref r) => r.ReadInt32());
        Wire.Refuses("c1", (ref r) => r.PeekType());
        Wire.Refuses("c1", (ref r) => r.ReadRaw().Length);
        Assert.Equal(1, Wire.Refuses("91c1", (ref r) => r.ReadRaw().Length).Position);
    }

    [Theory]
    [InlineData("dd7fffffff00")]
    [InlineData("ddffffffff00")]
    [InlineData("9200")]
    public void Arrays_longer_than_the_bytes_left_are_refused(string hex) => Wire.Refuses(hex, (ref r) => r.ReadArrayHeader());

    [Theory]
    [InlineData("df7fffffff00")]
    [InlineData("dfffffffff00")]
    [InlineData("8100")]
    public void Maps_longer_than_half_the_bytes_left_are_refused(string hex) => Wire.Refuses(hex, (ref r) => r.ReadMapHeader());

    [Theory]
    [InlineData("dbffffffff61")]
    [InlineData("a261")]
    [InlineData("d9")]
    [InlineData("")]
    [InlineData("01")]
    public void Strings_must_be_there_and_strings(string hex) => Wire.Refuses(hex, (ref r) => r.ReadRequiredString());

    [Theory]
    [InlineData("c6ffffffff00")]
    [InlineData("c402aa")]
    [InlineData("a161")]
    public void Binaries_must_be_there_and_binaries(string hex) => Wire.Refuses(hex, (ref r) => r.ReadBytes());

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Wire.Refuses("cc80", (ref r) => r.ReadSByte());
        Wire.Refuses("ff", (ref r) => r.ReadByte());
        Wire.Refuses("cd8000", (ref r) => r.ReadInt16());
        Wire.Refuses("ce00010000", (ref r) => r.ReadUInt16());
        Wire.Refuses("ce80000000", (ref r) => r.ReadInt32());
        Wire.Refuses("ff", (ref r) => r.ReadUInt32());
        Wire.Refuses("cf8000000000000000", (ref r) => r.ReadInt64());
        Wire.Refuses("ff", (ref r) => r.ReadUInt64());
        Wire.Refuses("ce00010000", (ref r) => r.ReadChar());
        Wire.Refuses("cb3ff0000000000000", (ref r) => r.ReadInt32());
        Wire.Refuses("c3", (ref r) => r.ReadInt32());
        Wire.Refuses("01", (ref r) => r.ReadBoolean());
    }

    [Fact]
    public void Dates_out_of_range_are_refused()
    {
        Wire.Refuses("c70cff00000000fffffff1886e08ff", (ref r) => r.ReadDateTime());
        Wire.Refuses("c70cff000000007fffffffffffffff", (ref r) => r.ReadDateTime());
        Wire.Refuses("d7ffee6b280000000000", (ref r) => r.ReadDateTime());
        Wire.Refuses("d60500000000", (ref r) => r.ReadDateTime());
        Wire.Refuses("c703ff000000", (ref r) => r.ReadDateTime());
        Wire.Refuses("92d6ff00000000cd0349", (ref r) => r.ReadDateTimeOffset());
        Wire.Refuses("93d6ff000000000000", (ref r) => r.ReadDateTimeOffset());
        Wire.Refuses("92c70cff00000000fffffff1886e090001", (ref r) => r.ReadDateTimeOffset());
        Wire.Refuses("ff", (ref r) => r.ReadDateOnly());
        Wire.Refuses("ce0037b9db", (ref r) => r.ReadDateOnly());
        Wire.Refuses("cf000000c92a69c000", (ref r) => r.ReadTimeOnly());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("x")]
    public void Texts_that_are_no_decimal_guid_or_version_are_refused(string text)
    {
        string hex = Wire.Hex(text, (ref w, v) => w.Write(v));
        Wire.Refuses(hex, (ref r) => r.ReadDecimal());
        Wire.Refuses(hex, (ref r) => r.ReadGuid());
        Wire.Refuses(hex, (ref r) => r.ReadVersion());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("{")]
    [InlineData("[1,]")]
    public void Texts_that_are_no_json_are_refused(string text)
        => Wire.Refuses(Wire.Hex(text, (ref w, v) => w.Write(v)), (ref r) => r.ReadJsonElement());

    [Fact]
    public void Depth_64_is_read_and_65_refused()
    {
        string levels(int count) => string.Concat(Enumerable.Repeat("91", count)) + "c0";
        Assert.Equal(65, Wire.Read(levels(64), (ref r) => r.ReadRaw().Length));
        Assert.Equal(64, Wire.Refuses(levels(65), (ref r) => r.ReadRaw().Length).Position);
        Wire.Refuses(levels(64), (ref r) =>
        {
            r.Enter();
            return r.ReadRaw().Length;
        });
        Wire.Refuses("c0", (ref r) =>
        {
            for (int i = 0; i < 65; i++)
            {
                r.Enter();
            }

            return 0;
        });
    }

    [Fact]
    public void Writers_refuse_what_readers_would()
    {
        Assert.Throws<MessagePackDepthException>(() => Wire.Bytes(65, Enter));
        Assert.Throws<MessagePackDepthException>(() => Wire.Bytes(64, static (ref w, v) =>
        {
            Enter(ref w, v);
            w.Write(DateTimeOffset.UnixEpoch);
        }));
        Wire.Bytes(64, Enter);

        static void Enter(ref MessagePackWriter writer, int levels)
        {
            for (int i = 0; i < levels; i++)
            {
                writer.Enter();
            }
        }
    }

    [Fact]
    public void Exit_gives_a_level_back() => Wire.Bytes(0, (ref w, _) =>
    {
        for (int i = 0; i < 1000; i++)
        {
            w.Enter();
            w.Exit();
        }
    });
}
