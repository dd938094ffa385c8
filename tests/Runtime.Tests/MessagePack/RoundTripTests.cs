using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.MessagePack;

/// <summary>Every value of every type comes back as itself; integers are drawn from all magnitudes.</summary>
public class RoundTripTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly Gen<ulong> Magnitudes =
        from bytes in ArbMap.Default.GeneratorFor<byte>().ArrayOf(8)
        from shift in Gen.Choose(0, 63)
        select BitConverter.ToUInt64(bytes) >> shift;

    [Fact]
    public void Integers() => Check(Magnitudes, value =>
        Same(value, (ref w, v) => w.Write(v), (ref r) => r.ReadUInt64())
        && Same((long)value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt64())
        && Same(-(long)value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt64())
        && Same((uint)value, (ref w, v) => w.Write(v), (ref r) => r.ReadUInt32())
        && Same((int)value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt32())
        && Same((ushort)value, (ref w, v) => w.Write(v), (ref r) => r.ReadUInt16())
        && Same((short)value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt16())
        && Same((byte)value, (ref w, v) => w.Write(v), (ref r) => r.ReadByte())
        && Same((sbyte)value, (ref w, v) => w.Write(v), (ref r) => r.ReadSByte())
        && Same((char)value, (ref w, v) => w.Write(v), (ref r) => r.ReadChar()));

    [Fact]
    public void Floats_keep_their_bits() => Check(Magnitudes, value =>
        Wire.RoundTrip(BitConverter.UInt64BitsToDouble(value), (ref w, v) => w.Write(v), (ref r) => BitConverter.DoubleToUInt64Bits(r.ReadDouble())) == value
        && Wire.RoundTrip(BitConverter.UInt32BitsToSingle((uint)value), (ref w, v) => w.Write(v), (ref r) => BitConverter.SingleToUInt32Bits(r.ReadSingle())) == (uint)value);

    [Fact]
    public void Decimals_keep_their_scale() => Check(
        from low in Magnitudes
        from high in Magnitudes
        from scale in Gen.Choose(0, 28)
        from negative in ArbMap.Default.GeneratorFor<bool>()
        select new decimal((int)low, (int)(low >> 32), (int)high, negative && (low | (uint)high) != 0, (byte)scale),
        value => decimal.GetBits(value).SequenceEqual(decimal.GetBits(Wire.RoundTrip(value, (ref w, v) => w.Write(v), (ref r) => r.ReadDecimal()))));

    [Fact]
    public void Extreme_decimals() => Assert.All(
        [decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m, 0.00m],
        value => Assert.True(Same(value, (ref w, v) => w.Write(v), (ref r) => r.ReadDecimal())));

    [Fact]
    public void Times() => Check(Magnitudes, value =>
    {
        long ticks = (long)(value % (ulong)(DateTime.MaxValue.Ticks + 1));
        var offset = TimeSpan.FromMinutes((long)(value % 1681) - 840);
        long local = Math.Clamp(ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return Same(new DateTime(ticks, DateTimeKind.Utc), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTime())
            && Same(new DateTimeOffset(local, offset), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTimeOffset())
            && Wire.RoundTrip(new DateTimeOffset(local, offset), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTimeOffset()).Offset == offset
            && Same(new TimeSpan((long)value), (ref w, v) => w.Write(v), (ref r) => r.ReadTimeSpan())
            && Same(DateOnly.FromDayNumber((int)(value % 3652059)), (ref w, v) => w.Write(v), (ref r) => r.ReadDateOnly())
            && Same(new TimeOnly((long)(value % TimeSpan.TicksPerDay)), (ref w, v) => w.Write(v), (ref r) => r.ReadTimeOnly());
    });

    [Fact]
    public void Extreme_times()
    {
        Assert.True(Same(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTime()));
        Assert.True(Same(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTime()));
        Assert.True(Same(DateTimeOffset.MinValue, (ref w, v) => w.Write(v), (ref r) => r.ReadDateTimeOffset()));
        Assert.True(Same(DateTimeOffset.MaxValue, (ref w, v) => w.Write(v), (ref r) => r.ReadDateTimeOffset()));
        Assert.True(Same(TimeSpan.MinValue, (ref w, v) => w.Write(v), (ref r) => r.ReadTimeSpan()));
    }

    [Fact]
    public void Strings_of_any_code_units() => Check(
        from length in Gen.Choose(0, 100)
        from units in Gen.Frequency(
            (6, Gen.Choose(0, 0x7f)),
            (1, Gen.Choose(0x80, 0xffff)),
            (2, Gen.Choose(0xd800, 0xdfff))).ArrayOf(length)
        select new string([.. units.Select(unit => (char)unit)]),
        value => Same(value, (ref w, v) => w.Write(v), (ref r) => r.ReadRequiredString())
            && Same(new AppendableText(value), (ref w, v) => w.Write(v), (ref r) => r.ReadAppendableText()));

    [Fact]
    public void Guids_versions_and_bytes() => Check(
        from bytes in ArbMap.Default.GeneratorFor<byte>().ArrayOf(16)
        from numbers in Gen.Choose(0, int.MaxValue).ArrayOf(4)
        select (bytes, numbers),
        value => Same(new Guid(value.bytes), (ref w, v) => w.Write(v), (ref r) => r.ReadGuid())
            && Same(new Version(value.numbers[0], value.numbers[1]), (ref w, v) => w.Write(v), (ref r) => r.ReadVersion()!)
            && Same(new Version(value.numbers[0], value.numbers[1], value.numbers[2], value.numbers[3]), (ref w, v) => w.Write(v), (ref r) => r.ReadVersion()!)
            && value.bytes.SequenceEqual(Wire.RoundTrip(value.bytes, (ref w, v) => w.Write(v), (ref r) => r.ReadBytes())!));

    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("../relative path/ä")]
    [InlineData("")]
    public void Uris_keep_their_original_text(string text)
        => Assert.Equal(text, Wire.RoundTrip(new Uri(text, UriKind.RelativeOrAbsolute), (ref w, v) => w.Write(v), (ref r) => r.ReadUri())!.OriginalString);

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) => Prop.ForAll(values.ToArbitrary(), holds).Check(Many);

    private static bool Same<T>(T value, Wire.Writing<T> write, Wire.Reading<T> read)
        => EqualityComparer<T>.Default.Equals(value, Wire.RoundTrip(value, write, read));
}
