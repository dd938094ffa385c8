using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Compiler.Tests.Determinism.Database;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>The pages about determinism show programs: one that breaks the rule, and one that keeps all of them.</summary>
public partial class DeterminismPageTests
{
    // What every project uses, and the assembly that no database knows.
    private const string Usings = Verifier.Usings + "using System.IO;\nusing System.Linq;\nusing System.Net.Http;\nusing System.Threading;\nusing System.Threading.Tasks;\n";
    private const string Vendor = "namespace Vendor; public static class Money { public static decimal Round(decimal value) => value; }";

    private static readonly string Pages = Path.Combine(
        typeof(DeterminismPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!, "docs", "rules");

    private static readonly DiagnosticAnalyzer[] Analyzers =
        [.. AllAnalyzers.Create().Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => IsAboutDeterminism(rule.Id)))];

    public static TheoryData<string> Rules => [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Where(IsAboutDeterminism).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Examples_break_the_rule_before_and_keep_all_after(string id)
    {
        Match example = Example().Match(File.ReadAllText(Path.Combine(Pages, id + ".md")));
        bool isCode = example.Groups[1].Value == "csharp";
        Assert.Contains(id, await FindAsync(example.Groups[2].Value, isCode));
        Assert.Empty(await FindAsync(example.Groups[3].Value, isCode));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Reasons_show_data_and_pages_how_to_configure(string id)
    {
        string page = File.ReadAllText(Path.Combine(Pages, id + ".md"));
        Assert.Matches(Reason(), page);
        Assert.Contains($"`dotnet_diagnostic.{id}.severity`", page, StringComparison.Ordinal);
    }

    private static bool IsAboutDeterminism(string id) => id.StartsWith("DAY2", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> FindAsync(string example, bool isCode)
    {
        MetadataReference vendor = TestCompiler.Compile(Vendor).WithAssemblyName("Vendor").ToMetadataReference();
        Compilation output = TestCompiler.Run(TestCompiler.Compile(isCode ? Usings + example : "").AddReferences(vendor)).Output;
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        // A program names the rows that it wants in comments.
        string rows = isCode ? string.Join('\n', Row().Matches(example).Select(match => match.Groups[1].Value)) : example;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new TextFile("our.determinism.txt", rows)]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await output.WithAnalyzers([.. Analyzers], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("AD0001", found.Select(diagnostic => diagnostic.Id));
        return found.Select(diagnostic => diagnostic.Id).Where(IsAboutDeterminism);
    }

    [GeneratedRegex("\nBefore:\n\n```(csharp|text)\n(.*?)\n```\n\nAfter:\n\n```\\1\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("\n## Why\n\n[^#]*\n```text\n.+\n.+\n```\n[^#]*\n## How to fix\n", RegexOptions.Singleline)]
    private static partial Regex Reason();

    [GeneratedRegex("^// ([A-Z]+\t.*)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
