namespace Daybook.Tests.Package;

public class FreshProjectTests(PackageFixture package)
{
    [Fact]
    public async Task The_first_program_of_the_readme_builds_and_runs()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "readme", Readme.Program);
        foreach (string configuration in (string[])["Debug", "Release"])
        {
            await project.BuildAsync("-c", configuration);
            var run = await project.DotnetAsync(Path.Combine("bin", configuration, "net10.0", "Fresh.dll"));
            Assert.Equal((0, Readme.Output, ""), run);
            Directory.Delete(project.PathOf("events"), recursive: true);
        }
    }

    [Fact]
    public async Task It_is_published_as_native_code_without_a_warning()
    {
        Assert.SkipUnless(await Linker.ExistsAsync(), Linker.Missing);
        FreshProject project = await FreshProject.CreateAsync(package, "native", Readme.Program, "net9.0");
        var publish = await project.DotnetAsync("publish", "-p:PublishAot=true", "-p:TrimmerSingleWarn=false", "-o", "out", "-tl:off", "-nodeReuse:false");
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, Readme.Output, ""), await Command.RunAsync(project.PathOf(Path.Combine("out", "Fresh")), [], directory: project.PathOf("out")));
    }

    [Fact]
    public async Task Two_packages_with_the_generator_build() =>
        await (await FreshProject.CreateAsync(package, "twice", Readme.Program, "net10.0", PackageFixture.CopyId)).BuildAsync();

    [Fact]
    public async Task Analyzers_code_fixes_and_the_schema_file_come_with_it()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "plain", "System.Console.WriteLine(1);");
        await project.BuildAsync();

        await project.WriteAsync("Opened.cs", "[Daybook.Event(\"opened\")]\npublic record Opened(string Customer);\n");
        Assert.StartsWith("DAY1000: ", Assert.Single(await project.FailAsync("--no-restore")), StringComparison.Ordinal);

        var fix = await project.DotnetAsync("format", "analyzers", "--diagnostics", "DAY1000", "--severity", "error", "--no-restore");
        Assert.True(fix.ExitCode == 0, fix.Output + fix.Errors);
        Assert.Contains("public partial record Opened", await File.ReadAllTextAsync(project.PathOf("Opened.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await project.WriteAsync("daybook.schema.txt", "");
        var items = await project.DotnetAsync("msbuild", "-getItem:AdditionalFiles");
        Assert.Contains("daybook.schema.txt", items.Output, StringComparison.Ordinal);
    }
}
