using System.Globalization;
using System.Text.RegularExpressions;

namespace Daybook.Tests.Package;

/// <summary>Builds say the same in the same order every time, since the package tells the analyzers that they are builds; editors are told nothing.</summary>
public partial class BuildOrderTests(PackageFixture package)
{
    private const int Files = 40;

    [Fact]
    public async Task A_build_reports_from_the_top_on()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "order", "System.Console.WriteLine(1);");
        for (int index = 0; index < Files; index++)
        {
            await project.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"Part{index:00}.cs"), Part(index));
        }

        string[] expected = [.. Enumerable.Range(0, Files).SelectMany(index => Problems(index))];
        for (int run = 0; run < 3; run++)
        {
            var build = await project.DotnetAsync("build", "-tl:off", "-nodeReuse:false", "--no-incremental");
            Assert.Equal(expected, Problem().Matches(build.Output[..build.Output.IndexOf("Build FAILED", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value));
        }
    }

    [Fact]
    public async Task Editors_and_their_tools_build_without_the_file()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "editor", "System.Console.WriteLine(1);");
        await project.BuildAsync();
        Assert.Contains("Daybook.globalconfig", await ConfigurationAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Daybook.globalconfig", await ConfigurationAsync("-p:DesignTimeBuild=true"), StringComparison.Ordinal);

        await project.WriteAsync("Part00.cs", Part(0));
        var fix = await project.DotnetAsync("format", "analyzers", "--diagnostics", "DAY2000", "--severity", "warn", "--no-restore");
        Assert.True(fix.ExitCode == 0, fix.Output + fix.Errors);
        Assert.Contains("On(Happened e, EventContext context) => this with { Number = Helper.Number(e), At = context.Timestamp,", await File.ReadAllTextAsync(project.PathOf("Part00.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task<string> ConfigurationAsync(params string[] arguments) => (await project.DotnetAsync(["msbuild", "-getItem:EditorConfigFiles", .. arguments])).Output;
    }

    private static string Part(int index) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using Daybook;
        namespace Part{{index}};

        [Event("part{{index}}.happened")]
        public sealed partial record Happened(int Number);

        [State("part{{index}}")]
        public sealed partial record Part
        {
            public int Number { get; init; }
            public DateTimeOffset At { get; init; }
            public Guid Id { get; init; }

            [Reducer]
            public Part On(Happened e) => this with { Number = Helper.Number(e), At = DateTimeOffset.UtcNow, Id = Guid.NewGuid() };
        }

        static class Helper
        {
            public static int Number(Happened e) => e.Number + Random.Shared.Next();
        }
        """);

    // What is reached through a call stands before the two direct uses.
    private static string[] Problems(int index)
    {
        string file = string.Create(CultureInfo.InvariantCulture, $"Part{index:00}.cs");
        return [$"{file}(16,56): error DAY2020", $"{file}(16,79): error DAY2000", $"{file}(16,107): error DAY2020"];
    }

    [GeneratedRegex(@"^.*?(Part[0-9]+\.cs\([0-9,]+\): error DAY2[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Problem();
}
