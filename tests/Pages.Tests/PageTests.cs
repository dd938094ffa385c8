using System.Text.RegularExpressions;
using Daybook.Tests;

namespace Daybook.Pages;

/// <summary>Pages that say by which tests something is shown name tests that exist and run, and nothing else.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Pages => [.. Row.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tests_that_are_named_run(string page)
    {
        string[] faults = [.. Row.Of(page).SelectMany(row => row.Faults())];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    /// <summary>A test that is named elsewhere in a table's row would be looked up by nobody.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Tests_are_named_in_the_last_column(string page) =>
        Assert.All(Row.Of(page), row => Assert.All(row.Cells.SkipLast(1), cell => Assert.DoesNotMatch(TestName(), cell)));

    [Fact]
    public void Only_the_debugger_is_coming() => Assert.Equal(
        [
            ("defects.md", "G27, G28"),
            .. Enumerable.Range(30, 15).Concat(Enumerable.Range(50, 5)).Select(number => ("parity.md", $"S3-{number}")),
        ],
        Row.Pages.Order(StringComparer.Ordinal).SelectMany(Row.Of).Where(row => row.ShownBy == Row.Coming).Select(row => (row.Page, row.Name)));

    [Fact]
    public void Every_feature_of_the_older_systems_has_a_row() => Assert.Equal(Numbers(FeatureRow()), Row.Of("parity.md").Select(row => row.Name));

    [Fact]
    public void Every_defect_of_the_older_systems_has_a_row() => Assert.Equal(Numbers(Defect()), Row.Of("defects.md").SelectMany(row => row.Name.Split(", ")));

    private static IEnumerable<string> Numbers(Regex number)
    {
        string features = Path.Combine(Repository.Root, "..", "shared", "SEEDS.md");
        Assert.SkipUnless(File.Exists(features), "The list of features is not here.");
        return File.ReadLines(features).Select(line => number.Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(Tests|Texts)[/.]\w")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (S[1-4]-\d+) \|")]
    private static partial Regex FeatureRow();

    [GeneratedRegex(@"^- (G\d+) ")]
    private static partial Regex Defect();
}
