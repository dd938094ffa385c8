using System.Diagnostics;
using System.Reflection;
using Daybook.MessagePack;
using Daybook.TypeTable;

namespace Daybook.Types.Tests;

/// <summary>docs/types.md is what is so.</summary>
public class TypeTableTests
{
    private static readonly string Root = typeof(TypeTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "RepositoryRoot").Value!;

    private static readonly IReadOnlyList<TableRow> Table = TableRow.Parse(File.ReadAllText(Path.Combine(Root, "docs", "types.md")));

    public static TheoryData<string> Types => [.. TypeTable.Rows.Select(row => row.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_row_is_what_is_written_and_read(string type) => TypeTable.Rows.Single(row => row.Type == type).Check();

    [Theory]
    [MemberData(nameof(Types))]
    public void Damaged_payloads_give_the_format_exception_or_a_value(string type)
    {
        var row = TypeTable.Rows.Single(row => row.Type == type);
        var random = new Random(7);
        foreach (byte[] payload in row.Payloads)
        {
            for (int i = 0; i < 500; i++)
            {
                byte[] damaged = [.. payload];
                for (int change = random.Next(1, 4); change > 0; change--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                long before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    row.Read(damaged);
                }
                catch (MessagePackFormatException)
                {
                }

                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
            }
        }
    }

    [Theory]
    [InlineData("97 930005 91 01")]
    [InlineData("97 93ff00 90")]
    [InlineData("97 93ce7fffffc7ce7fffffc7 90")]
    [InlineData("97 93ce7fffffc7ce7fffffc7 dd7fffffff")]
    [InlineData("97 930202 93010203")]
    public void An_array_of_two_dimensions_is_as_large_as_its_elements_are_many(string hex)
    {
        byte[] payload = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var row = TypeTable.Rows.Single(row => row.Type == "int[,]");
        Assert.Throws<MessagePackFormatException>(() => row.Read(payload));
    }

    [Fact]
    public void The_generated_file_is_up_to_date()
    {
        string expected = TableSource.From(File.ReadAllText(Path.Combine(Root, "docs", "types.md")));
        string actual = File.ReadAllText(Path.Combine(Root, "tests", "Types.Tests", "TypeTable.g.cs"));
        Assert.True(expected == actual, "docs/types.md has changed. Run: dotnet run --project eng/TypeTable");
    }

    [Fact]
    public void The_bytes_are_those_that_python_composes_from_the_layouts()
    {
        const string Python = "/usr/bin/python3";
        Assert.SkipUnless(
            File.Exists(Python) && Run(Python, ["-c", "import msgpack"]).ExitCode == 0,
            "no msgpack for /usr/bin/python3: apt-get install python3-msgpack");
        var (exitCode, output) = Run(Python, [Path.Combine(Root, "tests", "Types.Tests", "golden.py")]);
        Assert.Equal(0, exitCode);
        Assert.Equal(Table.Select(row => $"{row.Type}\t{string.Join(' ', row.Bytes)}"), output.TrimEnd('\n').Split('\n'));
    }

    private static (int ExitCode, string Output) Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
