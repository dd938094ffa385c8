namespace Daybook.Tests.Package;

/// <summary>Where the package cannot work, one error says why, and no other follows.</summary>
public class BuildErrorTests(PackageFixture package)
{
    [Fact]
    public async Task Each_has_one_error()
    {
        FreshProject project = await FreshProject.CreateAsync(package, "errors", Readme.Program);
        await AssertErrorAsync("DAY0001: Daybook needs the C# compiler 4.14 or newer", project, "-p:CompilerApiVersion=roslyn4.12", "-p:NETCoreSdkVersion=9.0.100");
        await AssertErrorAsync("DAY0003: Daybook writes C# 11", project, "-p:LangVersion=10");
        await AssertErrorAsync("DAY0001: ", project, "-p:CompilerApiVersion=roslyn4.8", "-p:LangVersion=10");
        await AssertErrorAsync("DAY0002: Daybook needs .NET 9 or newer", project, "-p:TargetFramework=net8.0");
        await project.BuildAsync("-p:LangVersion=11");
    }

    private static async Task AssertErrorAsync(string expected, FreshProject project, params string[] arguments) =>
        Assert.StartsWith(expected, Assert.Single(await project.FailAsync(arguments)), StringComparison.Ordinal);
}
