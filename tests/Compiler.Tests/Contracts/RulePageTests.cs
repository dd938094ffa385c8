using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Analyzers.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>Rules, their pages and the release files agree.</summary>
public partial class RulePageTests
{
    private static readonly string Root = typeof(RulePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string Pages = Path.Combine(Root, "docs", "rules");

    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(UnusableDeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .DistinctBy(rule => rule.Id),
    ];

    // What the package says before the compiler starts.
    private static readonly string[] BuildErrors =
    [
        .. BuildErrorCode().Matches(File.ReadAllText(Path.Combine(Root, "src", "Runtime", "build", "Daybook.targets"))).Select(match => match.Groups[1].Value),
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
        Assert.Contains("\n## Cause\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Why\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## How to fix\n", page, StringComparison.Ordinal);
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
    public void Pages_say_cause_reason_and_fix()
    {
        string index = File.ReadAllText(Path.Combine(Pages, "README.md"));
        Assert.All(Rules, rule =>
        {
            string page = File.ReadAllText(Path.Combine(Pages, rule.Id + ".md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## Cause\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## Why\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## How to fix\n", page, StringComparison.Ordinal);
            Assert.Contains($"[{rule.Id}]({rule.Id}.md)", index, StringComparison.Ordinal);
            Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
            Assert.False(rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture).EndsWith('.'), rule.Id);
        });
    }

    [GeneratedRegex("Code=\"(DAY[0-9]+)\"")]
    private static partial Regex BuildErrorCode();
}
