namespace Daybook.Tests.Package;

/// <summary>Where the package cannot work, one error says why, and no other follows.</summary>
public class BuildErrorTests(PackageFixture package)
{
    [Fact]
    public async Task Older_compilers_and_languages_have_one_error()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "errors", Readme.Program);
        await AssertErrorAsync("DAY0001: Daybook needs the C# compiler 4.14 or newer", project, "-p:CompilerApiVersion=roslyn4.12", "-p:NETCoreSdkVersion=9.0.100");
        await AssertErrorAsync("DAY0003: Daybook writes C# 11", project, "-p:LangVersion=10");
        await AssertErrorAsync("DAY0001: ", project, "-p:CompilerApiVersion=roslyn4.8", "-p:LangVersion=10");
        await project.BuildAsync("-p:LangVersion=12");
    }

    [Fact]
    public async Task An_older_framework_has_one_error() => await AssertErrorAsync(
        "DAY0002: Daybook needs .NET 9 or newer; this project targets 'net8.0'",
        await FreshProject.CreateAsync(package, "framework", Readme.Program, "net8.0"));

    private static async Task AssertErrorAsync(string expected, FreshProject project, params string[] arguments) =>
        Assert.StartsWith(expected, Assert.Single(await project.FailAsync(arguments)), StringComparison.Ordinal);
}
