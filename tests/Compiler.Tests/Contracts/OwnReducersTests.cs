using System.Reflection;
using System.Text.RegularExpressions;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>Daybook's own rules hold for this repository: nothing is suppressed, and every project with reducers is analyzed.</summary>
public partial class OwnReducersTests
{
    private static readonly string Root = typeof(OwnReducersTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    // What others write is known by the end of its name; builds put more of the same beside it.
    private static readonly string[] Sources = [.. Files("*.cs")];
    private static readonly string[] Projects = [.. Files("*.csproj")];

    // One does on purpose what reducers must not, to be caught at run time; the others hold reducers as text.
    private static readonly HashSet<string> Unanalyzed = ["Determinism.Tests", "Compiler.Tests", "Package.Tests"];

    [Fact]
    public void Nothing_is_suppressed_in_code() => Assert.DoesNotContain(Sources, file => File.ReadLines(file).Any(line => Suppression().IsMatch(line)));

    [Fact]
    public void Nothing_is_suppressed_by_options() => Assert.DoesNotContain(
        Projects.Concat(Files("*.props")).Concat(Files("*.targets")).Concat(Files(".editorconfig")).Concat(Files("*.globalconfig")).Concat(Files("*.ruleset")),
        file => File.ReadLines(file).Any(line => Option().IsMatch(line)));

    [Fact]
    public void Every_project_with_reducers_is_analyzed()
    {
        string[] withReducers = [.. Projects.Where(HasReducers).Where(project => !Unanalyzed.Contains(Path.GetFileNameWithoutExtension(project)))];
        Assert.True(withReducers.Length > 15, string.Join('\n', withReducers));
        Assert.DoesNotContain(withReducers, project => !IsAnalyzed(project));
    }

    /// <summary>Programs with one culture get infos about cultures, which fail no build: here they are warnings.</summary>
    [Fact]
    public void Cultures_fail_builds_also_where_there_is_only_one()
    {
        string options = File.ReadAllText(Path.Combine(Root, ".editorconfig"));
        Assert.All(
            Projects.Where(project => HasReducers(project) && OneCulture().IsMatch(File.ReadAllText(project))),
            project => Assert.Contains($"[{(project.StartsWith(Path.Combine(Root, "samples"), StringComparison.Ordinal) ? "samples" : "tests/*.Aot")}/**.cs]\ndotnet_diagnostic.DAY2050.severity = warning\n", options, StringComparison.Ordinal));
    }

    private static bool HasReducers(string project)
    {
        string folder = Path.GetDirectoryName(project)! + Path.DirectorySeparatorChar;
        return Sources.Any(file => file.StartsWith(folder, StringComparison.Ordinal) && File.ReadLines(file).Any(line => Reducer().IsMatch(line)));
    }

    /// <summary>Whether a project, or what it imports from the folders above, runs the analyzers.</summary>
    private static bool IsAnalyzed(string project)
    {
        var files = new List<string> { project };
        for (string? folder = Path.GetDirectoryName(project); folder is not null && folder.Length >= Root.TrimEnd(Path.DirectorySeparatorChar).Length; folder = Path.GetDirectoryName(folder))
        {
            files.Add(Path.Combine(folder, "Directory.Build.props"));
        }

        return files.Where(File.Exists).Any(file => Analyzers().IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Files(string pattern) => new[] { "src", "tests", "samples", "benchmarks", "eng" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Root, pattern))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*(#pragma warning disable\b.*\bDAY\d|\[[^""]*SuppressMessage\(.*\bDAY\d)")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"NoWarn.*\bDAY\d|NotAsErrors.*\bDAY\d|\bDAY\d+\.severity\s*=\s*(none|silent|suggestion)|Daybook\.\w+\.severity|\bId=""DAY")]
    private static partial Regex Option();

    [GeneratedRegex("<InvariantGlobalization>true")]
    private static partial Regex OneCulture();

    [GeneratedRegex(@"^\s*\[Reducer\]")]
    private static partial Regex Reducer();

    [GeneratedRegex(@"Daybook\.Analyzers\.csproj"" OutputItemType=""Analyzer""")]
    private static partial Regex Analyzers();
}
