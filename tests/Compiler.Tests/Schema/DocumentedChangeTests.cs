using System.Globalization;
using Daybook.Analyzers.Shape;
using Daybook.Analyzers.Versions;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>docs/schema-changes.md is true.</summary>
public class DocumentedChangeTests
{
    public static TheoryData<int> Examples => [.. Enumerable.Range(0, DocumentedChange.All.Count)];

    [Fact]
    public void There_are_ten_breaking_and_ten_compatible_changes_and_two_of_logic()
    {
        string[] ids = [.. DocumentedChange.All.Select(change => change.Expected.Id)];
        Assert.Equal(22, ids.Length);
        Assert.All(ids[..10], id => Assert.InRange(id, "DAY1510", "DAY1520"));
        Assert.All(ids[10..20], id => Assert.InRange(id, "DAY1530", "DAY1538"));
        Assert.All(ids[20..], id => Assert.Equal("DAY1540", id));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Gives_exactly_the_documented_diagnostic_and_the_fix_leaves_none(int index)
    {
        DocumentedChange change = DocumentedChange.All[index];
        using LockProject before = await LockProject.AcceptedAsync(LockProject.Usings + change.Before);
        using LockProject after = before.With(LockProject.Usings + change.After);

        Diagnostic diagnostic = Assert.Single(await after.AnalyzeAsync());
        Assert.Equal(change.Message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string text = change.LockLines is null ? after.Source() : after.Lock!;
        Assert.EndsWith(change.LockLines is null ? ".cs" : LockProject.FileName, place.Path, StringComparison.Ordinal);
        Assert.Equal(
            change.Expected,
            (SourceText.From(text).Lines[place.StartLinePosition.Line].ToString(), place.StartLinePosition.Character, place.EndLinePosition.Character - place.StartLinePosition.Character, diagnostic.Id));

        await after.FixAsync(diagnostic, change.Fix);
        Assert.Empty(await after.AnalyzeAsync());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Breaks_no_other_rule(int index)
    {
        foreach (string source in (string[])[DocumentedChange.All[index].Before, DocumentedChange.All[index].After])
        {
            await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(source);
            await Verifier.VerifyAsync<EventVersionAnalyzer>(source);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Stands_in_the_table_under_its_rule(int index)
    {
        DocumentedChange change = DocumentedChange.All[index];
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        Assert.StartsWith($"{number}. ", change.Title, StringComparison.Ordinal);
        Assert.Contains($"| {number} | [{change.Title[(number.Length + 2)..]}](#", DocumentedChange.Page, StringComparison.Ordinal);
        Assert.Contains($"| [{change.Expected.Id}](rules/{change.Expected.Id}.md) |", Assert.Single(DocumentedChange.Page.Split('\n'), line => line.StartsWith($"| {number} |", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
