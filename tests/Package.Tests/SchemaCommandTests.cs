using System.Text.RegularExpressions;

namespace Daybook.Tests.Package;

/// <summary>The commands that docs/schema.md gives, as they stand there, in a project that gets the package.</summary>
public partial class SchemaCommandTests(PackageFixture package)
{
    private const string Lock = "daybook.schema.txt";

    private const string Program = """
        using Daybook;

        System.Console.WriteLine(1);

        [Event("cart.item-added")]
        public partial record ItemAdded(string Sku, int Quantity = 1);

        [State("cart")]
        public partial record Cart
        {
            public int Count { get; init; }

            [Reducer]
            Cart On(ItemAdded e) => this with { Count = Count + e.Quantity };
        }
        """;

    [Fact]
    public async Task The_file_is_filled_and_accepts_additions_but_nothing_else()
    {
        string[] commands = Commands();
        Assert.Equal(3, commands.Length);
        (string fill, string accept, string format) = (commands[0], commands[1], commands[2]);
        FreshProject project = await FreshProject.CreateAsync(package, "schema", Program);
        await project.BuildAsync();

        await project.WriteAsync(Lock, "");
        Assert.Contains(await project.FailAsync("--no-restore"), problem => problem.StartsWith("DAY1535: ", StringComparison.Ordinal));
        await RunAsync(project, fill);
        string filled = await ReadAsync(project);
        Assert.Matches("^# .*\n" + Regex.Escape("event cart.item-added@1 (0 Sku: string, 1 Quantity: int32 = 1)\nstate cart@1 (0 Count: int32)\nreducers cart@1 ") + "[0-9a-f]{16}\n$", filled);
        await project.BuildAsync("--no-restore");

        // An addition waits for its own command.
        await project.WriteAsync("Program.cs", Program.Replace("int Quantity = 1", "int Quantity = 1, string? Note = null", StringComparison.Ordinal));
        await RunAsync(project, format);
        Assert.Equal(filled, await ReadAsync(project));
        Assert.StartsWith("DAY1530: 'Note' is new", Assert.Single(await project.FailAsync("--no-restore")), StringComparison.Ordinal);
        await RunAsync(project, accept);
        string added = await ReadAsync(project);
        Assert.Equal(filled.Replace("= 1)", "= 1, 2 Note: string?)", StringComparison.Ordinal), added);
        await project.BuildAsync("--no-restore");

        // What breaks, and other logic, no command accepts.
        await project.WriteAsync("Program.cs", Program.Replace("int Quantity = 1", "string Note", StringComparison.Ordinal).Replace("e.Quantity", "1", StringComparison.Ordinal));
        await RunAsync(project, accept);
        await project.DotnetAsync("format", "--no-restore");
        Assert.Equal(added, await ReadAsync(project));
        IReadOnlyList<string> problems = await project.FailAsync("--no-restore");
        Assert.Contains(problems, problem => problem.StartsWith("DAY1516: 'Quantity' is gone", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("DAY1540: The reducers of 'cart' changed", StringComparison.Ordinal));

        // Without their lines they count as new.
        await project.WriteAsync(Lock, "");
        await RunAsync(project, fill);
        await project.BuildAsync("--no-restore");
    }

    /// <summary>The commands of the section, without the shell's.</summary>
    private static string[] Commands()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "schema.md"));
        return [.. CommandLine().Matches(page[page.IndexOf("### From the command line", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value.TrimEnd())];
    }

    private static async Task RunAsync(FreshProject project, string command)
    {
        var result = await project.DotnetAsync(command.Split(' '));
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }

    private static Task<string> ReadAsync(FreshProject project) => File.ReadAllTextAsync(project.PathOf(Lock), TestContext.Current.CancellationToken);

    [GeneratedRegex("^dotnet (.*)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
