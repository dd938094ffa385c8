using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Analyzers.Shape;
using Daybook.Analyzers.Versions;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>Rules, their pages and the release files agree.</summary>
public partial class RulePageTests
{
    private static readonly string Root = typeof(RulePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string Pages = Path.Combine(Root, "docs", "rules");

    private static readonly DiagnosticDescriptor[] Rules = [.. AllAnalyzers.Create().SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id)];

    // What the package says before the compiler starts.
    private static readonly string[] BuildErrors =
    [
        .. BuildErrorCode().Matches(File.ReadAllText(Path.Combine(Root, "src", "Runtime", "build", "Daybook.targets"))).Select(match => match.Groups[1].Value),
    ];

    private static readonly string[] Sections = ["Cause", "Why", "How to fix", "When to suppress"];

    // The one truth about where the project lives.
    private static readonly string Address = PackageProjectUrl().Match(File.ReadAllText(Path.Combine(Root, "src", "Runtime", "Daybook.csproj"))).Groups[1].Value;

    // Their examples leave out what everybody can imagine: events that a state takes, MessagePack-CSharp's attributes, bodies.
    private static readonly HashSet<string> Fragments =
    [
        "DAY1103", "DAY1107", "DAY1108", "DAY1118", "DAY1119", "DAY1120", "DAY1121", "DAY1122", "DAY1123", "DAY1124", "DAY1200", "DAY1201", "DAY1202", "DAY1203",
        "DAY1206", "DAY1207", "DAY1209", "DAY1210", "DAY1211", "DAY1212", "DAY1300", "DAY1301", "DAY1302", "DAY1303", "DAY1304", "DAY1305", "DAY1306", "DAY1307", "DAY1317", "DAY1318",
    ];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(
        Rules.Select(rule => rule.Id).Concat(BuildErrors).Order(StringComparer.Ordinal),
        Directory.GetFiles(Pages, "DAY*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_of_build_errors_say_cause_reason_and_fix() => Assert.All(BuildErrors, id =>
    {
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Equal(Sections, Section().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Pages, "README.md")), StringComparison.Ordinal);
    });

    [Fact]
    public void Every_rule_is_released()
    {
        string folder = Path.Combine(Root, "src", "Analyzers");
        string[] released =
        [
            .. new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
                .SelectMany(file => File.ReadAllLines(Path.Combine(folder, file)))
                .Where(line => line.StartsWith("DAY", StringComparison.Ordinal))
                .Select(line => line.Split('|')[0].Trim()),
        ];
        Assert.Equal(Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), released.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_say_cause_reason_and_fix_and_when_to_suppress()
    {
        string index = File.ReadAllText(Path.Combine(Pages, "README.md"));
        Assert.All(Rules, rule =>
        {
            string page = File.ReadAllText(Path.Combine(Pages, rule.Id + ".md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.Equal(Sections, Section().Matches(page).Select(match => match.Groups[1].Value));
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} |", index, StringComparison.Ordinal);
            Assert.Equal($"{Address}/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
            Assert.False(rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture).EndsWith('.'), rule.Id);
        });
    }

    [Fact]
    public void Build_errors_lead_to_their_pages() => Assert.Equal(
        BuildErrors.Select(id => $"{Address}/blob/main/docs/rules/{id}.md"),
        HelpLink().Matches(File.ReadAllText(Path.Combine(Root, "src", "Runtime", "build", "Daybook.targets"))).Select(match => match.Groups[1].Value));

    public static TheoryData<string> RulesOfDeclarations => [.. Rules.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "DAY1400") < 0)];

    [Fact]
    public void Pages_show_how_it_is_and_how_it_should_be() => Assert.All(Rules.Where(rule => rule.Id != "DAY1500"), rule =>
    {
        string page = File.ReadAllText(Path.Combine(Pages, rule.Id + ".md"));
        Assert.Contains("\nBefore:\n\n```", page, StringComparison.Ordinal);
        Assert.Contains("\nAfter:\n\n```", page, StringComparison.Ordinal);
    });

    /// <summary>What shows a part of a program only cannot be compiled: that is so on less than half of the pages.</summary>
    [Theory]
    [MemberData(nameof(RulesOfDeclarations))]
    public async Task Examples_break_the_rule_before_and_keep_it_after(string id)
    {
        string[] examples = [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(Pages, id + ".md"))).Select(match => match.Groups[1].Value)];
        (IReadOnlyList<string> before, _) = await CompileAsync(examples[0]);
        (IReadOnlyList<string> after, bool isWhole) = await CompileAsync(examples[1]);
        Assert.True(isWhole || Fragments.Contains(id), "This example can be compiled no more.");
        Assert.False(isWhole && Fragments.Contains(id), "This example is no fragment.");
        Assert.DoesNotContain(id, after);
        if (isWhole)
        {
            Assert.Contains(id, before);
        }
    }

    private static async Task<(IReadOnlyList<string> Ids, bool IsWhole)> CompileAsync(string example)
    {
        Compilation output = TestCompiler.Run(TestCompiler.Compile("using Daybook;\nusing System;\nusing System.Collections.Generic;\n" + example)).Output;
        DiagnosticAnalyzer[] analyzers =
        [
            new UnusableDeclarationAnalyzer(), new MemberTypeAnalyzer(), new DuplicateEventNameAnalyzer(), new EventVersionAnalyzer(),
            new RecordedMemberAnalyzer(), new ReducerAnalyzer(), new UnusedEventAnalyzer(),
        ];
        var found = await output.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return ([.. found.Select(diagnostic => diagnostic.Id)], !output.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("<PackageProjectUrl>(.*)</PackageProjectUrl>")]
    private static partial Regex PackageProjectUrl();

    [GeneratedRegex("HelpLink=\"(.*)\"")]
    private static partial Regex HelpLink();

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("Code=\"(DAY[0-9]+)\"")]
    private static partial Regex BuildErrorCode();
}
