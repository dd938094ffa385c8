using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

/// <summary>
/// Other people's implementations read what we write, and we read what they write of it: every value type, and nested arrays, maps, extensions
/// and timestamps.
/// </summary>
public class ForeignTests
{
    private static readonly List<ForeignCase> Cases = AllCases();

    [Fact]
    public Task JavaScript_agrees_but_for_what_it_has_no_values_for() => ForeignLibrary.JavaScript.AgreesAsync(Cases, "lone surrogates", "maps by number");

    [Fact]
    public Task Python_agrees() => ForeignLibrary.Python.AgreesAsync(Cases);

    private static List<ForeignCase> AllCases()
    {
        var cases = new List<ForeignCase>();
        foreach (long value in new[] { 0, 1, 127, 128, 255, 256, 65535, 65536, int.MaxValue, 4294967296, long.MaxValue, -1, -32, -33, -128, -129, -32768, -32769, int.MinValue, long.MinValue })
        {
            Add(value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt64());
            Add((int)value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt32());
            Add((short)value, (ref w, v) => w.Write(v), (ref r) => r.ReadInt16());
            Add((sbyte)value, (ref w, v) => w.Write(v), (ref r) => r.ReadSByte());
            Add((ulong)value, (ref w, v) => w.Write(v), (ref r) => r.ReadUInt64());
            Add((uint)value, (ref w, v) => w.Write(v), (ref r) => r.ReadUInt32());
            Add((ushort)value, (ref w, v) => w.Write(v), (ref r) => r.ReadUInt16());
            Add((byte)value, (ref w, v) => w.Write(v), (ref r) => r.ReadByte());
            Add((char)value, (ref w, v) => w.Write(v), (ref r) => r.ReadChar());
            Add(value * 1.1, (ref w, v) => w.Write(v), (ref r) => r.ReadDouble());
            Add(value / 4f, (ref w, v) => w.Write(v), (ref r) => r.ReadSingle());
            Add(value / 100m, (ref w, v) => w.Write(v), (ref r) => r.ReadDecimal());
            Add(new TimeSpan(value), (ref w, v) => w.Write(v), (ref r) => r.ReadTimeSpan());
            Add(DateTime.UnixEpoch.AddTicks(value / 1000), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTime());
            Add(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(value % 840)), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTimeOffset());
        }

        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, 0.1 })
        {
            Add(value, (ref w, v) => w.Write(v), (ref r) => r.ReadDouble());
        }

        foreach (string? value in new[] { "", "x", new string('x', 31), new string('é', 200), new string('€', 30_000), "\ud83d\ude00 \0", null })
        {
            Add(value, (ref w, v) => w.Write(v), (ref r) => r.ReadString());
        }

        AddNamed("lone surrogates", "a\ud800b\udc00", (ref w, v) => w.Write(v), (ref r) => r.ReadString());
        Add(true, (ref w, v) => w.Write(v), (ref r) => r.ReadBoolean());
        Add(false, (ref w, v) => w.Write(v), (ref r) => r.ReadBoolean());
        Add(new Guid("00112233-4455-6677-8899-aabbccddeeff"), (ref w, v) => w.Write(v), (ref r) => r.ReadGuid());
        Add(new Version(1, 2, 3), (ref w, v) => w.Write(v), (ref r) => r.ReadVersion());
        Add(new Uri("https://example.org/ä"), (ref w, v) => w.Write(v), (ref r) => r.ReadUri());
        Add(new DateOnly(2026, 1, 2), (ref w, v) => w.Write(v), (ref r) => r.ReadDateOnly());
        Add(new TimeOnly(23, 59, 59, 999), (ref w, v) => w.Write(v), (ref r) => r.ReadTimeOnly());
        Add(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), (ref w, v) => w.Write(v), (ref r) => r.ReadDateTime());
        Add("""{"a":[1,null]}""", (ref w, v) => w.Write(JsonElement.Parse(v)), (ref r) => r.ReadJsonElement().GetRawText());
        foreach (int length in new[] { 0, 1, 2, 3, 4, 8, 16, 17, 255, 256, 65536 })
        {
            string data = new('a', length);
            Add(data, (ref w, v) => w.Write(System.Text.Encoding.ASCII.GetBytes(v)), (ref r) => System.Text.Encoding.ASCII.GetString(r.ReadBytes()!));
            Add(data, (ref w, v) => w.WriteExtension(5, System.Text.Encoding.ASCII.GetBytes(v)), (ref r) => System.Text.Encoding.ASCII.GetString(r.ReadData(r.ReadExtensionHeader().Length)));
        }

        foreach (int count in new[] { 0, 15, 16, 65536 })
        {
            Add(count, (ref w, v) => WriteNested(ref w, v, textKeys: true), (ref r) => ReadNested(ref r));
            AddNamed(count > 0 ? "maps by number" : "empty", count, (ref w, v) => WriteNested(ref w, v, textKeys: false), (ref r) => ReadNested(ref r));
        }

        return cases;

        void Add<T>(T value, Wire.Writing<T> write, Wire.Reading<T> read) => AddNamed(typeof(T).Name, value, write, read);

        void AddNamed<T>(string name, T value, Wire.Writing<T> write, Wire.Reading<T> read)
        {
            byte[] payload = Wire.Bytes(value, write);
            cases.Add(new(name, payload, Description.Of(payload), bytes => EqualityComparer<T>.Default.Equals(Wire.Read(bytes, read), value)));
        }
    }

    private static void WriteNested(ref MessagePackWriter writer, int count, bool textKeys)
    {
        writer.WriteArrayHeader(3);
        writer.WriteArrayHeader(count);
        for (int i = 0; i < count; i++)
        {
            writer.Write(i);
        }

        writer.WriteMapHeader(count);
        for (int i = 0; i < count; i++)
        {
            if (textKeys)
            {
                writer.Write($"k{i}");
            }
            else
            {
                writer.Write(i);
            }

            writer.WriteArrayHeader(1);
            writer.WriteTimestamp(i, 5);
        }

        writer.WriteNil();
    }

    private static int ReadNested(ref MessagePackReader reader)
    {
        Assert.Equal(3, reader.ReadArrayHeader());
        reader.Skip();
        int count = reader.ReadMapHeader();
        for (int i = 0; i < count * 2; i++)
        {
            reader.Skip();
        }

        Assert.True(reader.TryReadNil());
        return count;
    }
}
