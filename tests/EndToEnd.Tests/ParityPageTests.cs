using System.Text.RegularExpressions;
using Daybook.Tests;

namespace Daybook.EndToEnd;

/// <summary>The page that says where every feature of the four older systems is names tests that exist and run, and leaves no feature out.</summary>
public sealed partial class ParityPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "parity.md"));

    public static TheoryData<string> Rows => [.. Lines.Where(line => Row().IsMatch(line))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_names_tests_that_run(string row)
    {
        string[] cells = row.Trim('|').Split(" | ");
        MatchCollection tests = Test().Matches(cells[^1]);
        Assert.True(tests.Count > 0 || cells[^1].Trim() is "coming" or "—", $"It says neither a test nor why there is none: {cells[^1]}");
        Assert.All(tests, Exists);
    }

    [Fact]
    public void Every_feature_has_a_row()
    {
        string features = Path.Combine(Repository.Root, "..", "shared", "SEEDS.md");
        Assert.SkipUnless(File.Exists(features), "The list of features is not here.");
        string[] numbers = [.. File.ReadAllLines(features).Select(line => Row().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers, Lines.Select(line => Row().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value));
    }

    private static void Exists(Match test)
    {
        string folder = Path.Combine(Repository.Root, "tests", test.Groups["project"].Value);
        Assert.True(Directory.Exists(folder), $"There is no project for {test.Value}.");
        string declaration = $@"\bclass {test.Groups["class"].Value}\b";
        string[] classes = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).Where(source => Regex.IsMatch(source, declaration))];
        Assert.True(classes.Length > 0, $"There is no class for {test.Value}.");
        string method = $@"\[(Fact|Theory)(?![^\]]*Skip)[^\]]*\](\s*\[.*\])*\s*public [\w<> ]+ {test.Groups["method"].Value}\(";
        Assert.True(classes.Any(source => Regex.IsMatch(source, method)), $"There is no test {test.Value}.");
    }

    [GeneratedRegex(@"^\| (S[1-4]-\d+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<=`)(?<project>[\w.]+)/(?<class>\w+)\.(?<method>\w+)(?=`)")]
    private static partial Regex Test();
}
