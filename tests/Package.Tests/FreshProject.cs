using System.Text.RegularExpressions;

namespace Daybook.Tests.Package;

/// <summary>A console project as <c>dotnet new</c> writes it, with the package added and warnings as errors.</summary>
internal sealed partial class FreshProject
{
    private const string Template = "net10.0";

    private readonly string _directory;

    private FreshProject(string directory) => _directory = directory;

    public static async Task<FreshProject> CreateAsync(PackageFixture package, string name, string program, string framework = Template, params string[] furtherPackages)
    {
        var project = new FreshProject(Path.Combine(package.Directory, name));
        var created = await Command.RunAsync("dotnet", ["new", "console", "-n", "Fresh", "-o", project._directory, "-f", Template, "--no-restore"], directory: package.Directory);
        Assert.True(created.ExitCode == 0, created.Output + created.Errors);
        string references = string.Concat(furtherPackages.Prepend("Daybook").Select(id => $"<PackageReference Include=\"{id}\" Version=\"{package.Version}\" />"));
        string file = project.PathOf("Fresh.csproj");
        await File.WriteAllTextAsync(file, File.ReadAllText(file).Replace(Template, framework, StringComparison.Ordinal).Replace(
            "</Project>",
            $"<PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup><ItemGroup>{references}</ItemGroup></Project>",
            StringComparison.Ordinal));
        await project.WriteAsync("Program.cs", program);
        return project;
    }

    public string PathOf(string name) => Path.Combine(_directory, name);

    public Task WriteAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text);

    /// <summary>Runs a command of the SDK on the project.</summary>
    public Task<(int ExitCode, string Output, string Errors)> DotnetAsync(params string[] arguments) => Command.RunAsync("dotnet", arguments, directory: _directory);

    /// <summary>Builds, and holds that nothing is to be said about it.</summary>
    public async Task BuildAsync(params string[] arguments)
    {
        var build = await DotnetAsync(["build", "-tl:off", "-nodeReuse:false", .. arguments]);
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
    }

    /// <summary>Builds in vain.</summary>
    /// <returns>The codes and texts of all errors and warnings.</returns>
    public async Task<IReadOnlyList<string>> FailAsync(params string[] arguments)
    {
        var build = await DotnetAsync(["build", "-tl:off", "-nodeReuse:false", .. arguments]);
        Assert.True(build.ExitCode != 0, build.Output);

        // Each stands there twice: where it happened and in the summary.
        return [.. Problem().Matches(build.Output).DistinctBy(match => match.Value.Trim()).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^.*: (?:error|warning) ([A-Z]+[0-9]+: .*?)(?: \[|$)", RegexOptions.Multiline)]
    private static partial Regex Problem();
}
