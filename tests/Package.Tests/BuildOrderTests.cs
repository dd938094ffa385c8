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

        string[] first = await BuildAsync();
        Assert.Equal(Enumerable.Range(0, Files).SelectMany(Reducer), first.Where(problem => problem.Contains("DAY2", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, Files).Select(Member), first.Where(problem => problem.Contains("DAY1", StringComparison.Ordinal)));
        Assert.Equal(first, await BuildAsync());
        Assert.Equal(first, await BuildAsync());

        async Task<string[]> BuildAsync()
        {
            var build = await project.DotnetAsync("build", "-tl:off", "-nodeReuse:false", "--no-incremental");
            Assert.Contains("Build FAILED", build.Output, StringComparison.Ordinal);
            return [.. Problem().Matches(build.Output[..build.Output.IndexOf("Build FAILED", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value)];
        }
    }

    [Fact]
    public async Task An_editor_is_not_told_that_it_builds()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "editor", "System.Console.WriteLine(1);");
        Assert.Equal(0, (await project.DotnetAsync("restore")).ExitCode);
        Assert.Single(await FilesAsync());
        Assert.Empty(await FilesAsync("-p:DesignTimeBuild=true"));

        // What the compiler is called with, as editors ask for it.
        async Task<IEnumerable<Match>> FilesAsync(params string[] arguments) =>
            ConfigurationFile().Matches((await project.DotnetAsync(["msbuild", "-t:Compile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs", .. arguments])).Output);
    }

    private static string Part(int index) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using Daybook;
        namespace Part{{index}};

        [Event("part{{index}}.happened")]
        public sealed partial record Happened(int Number)
        {
            public int Other { get; set; }
        }

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
    private static string[] Reducer(int index) => [Problem(index, "(19,56): error DAY2020"), Problem(index, "(19,79): error DAY2000"), Problem(index, "(19,107): error DAY2020")];

    private static string Member(int index) => Problem(index, "(8,16): error DAY1214");

    private static string Problem(int index, string text) => string.Create(CultureInfo.InvariantCulture, $"Part{index:00}.cs{text}");

    [GeneratedRegex(@"""Identity"": ""/analyzerconfig:[^""]*Daybook\.globalconfig""")]
    private static partial Regex ConfigurationFile();

    [GeneratedRegex(@"^.*?(Part[0-9]+\.cs\([0-9,]+\): error DAY[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Problem();
}
