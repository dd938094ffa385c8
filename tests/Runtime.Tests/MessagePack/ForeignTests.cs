using System.Diagnostics;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

/// <summary>
/// Other people's implementations read what we write, and we read what they write of it: every value type, and nested arrays, maps, extensions
/// and timestamps.
/// </summary>
public class ForeignTests
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Runtime.Tests", "Foreign");

    private static readonly List<Case> Cases = AllCases();

    [Fact]
    public void JavaScript_agrees()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), "no node modules: run npm ci in tests/Runtime.Tests/Foreign");
        Agree("node", "foreign.js", Cases.Where(each => each.JavaScriptToo));
    }

    [Fact]
    public void Python_agrees()
    {
        const string Python = "/usr/bin/python3";
        Assert.SkipUnless(
            File.Exists(Python) && Run(Python, ["-c", "import msgpack"], "").ExitCode == 0,
            "no msgpack for /usr/bin/python3: apt-get install python3-msgpack");
        Agree(Python, "foreign.py", Cases);
    }

    private static void Agree(string program, string script, IEnumerable<Case> cases)
    {
        Case[] all = [.. cases];
        var (exitCode, output) = Run(program, [Path.Combine(Folder, script)], string.Concat(all.Select(each => Convert.ToHexStringLower(each.Bytes) + "\n")));
        Assert.Equal(0, exitCode);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(all.Length, lines.Length);
        Assert.All(all.Zip(lines), pair =>
        {
            var (own, line) = pair;
            string[] parts = line.Split(' ');
            byte[] foreign = Convert.FromHexString(parts[1]);
            Assert.Equal(Description.Of(own.Bytes), parts[0]);
            Assert.Equal(parts[0], Description.Of(foreign));
            Assert.True(own.ReadsBack(foreign), $"{line} is not what was written.");
        });
    }

    private static (int ExitCode, string Output) Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult());
    }

    private static List<Case> AllCases()
    {
        var cases = new List<Case>();
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

        AddTo("a\ud800b\udc00", (ref w, v) => w.Write(v), (ref r) => r.ReadString(), javaScriptToo: false);
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
            AddTo(count, (ref w, v) => WriteNested(ref w, v, textKeys: false), (ref r) => ReadNested(ref r), javaScriptToo: false);
        }

        return cases;

        void Add<T>(T value, Wire.Writing<T> write, Wire.Reading<T> read) => AddTo(value, write, read, javaScriptToo: true);

        void AddTo<T>(T value, Wire.Writing<T> write, Wire.Reading<T> read, bool javaScriptToo)
            => cases.Add(new(Wire.Bytes(value, write), bytes => EqualityComparer<T>.Default.Equals(Wire.Read(bytes, read), value), javaScriptToo));
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

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Toolkit.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }

    private sealed record Case(byte[] Bytes, Func<byte[], bool> ReadsBack, bool JavaScriptToo);
}
