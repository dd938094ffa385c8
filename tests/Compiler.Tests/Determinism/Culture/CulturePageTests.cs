using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Determinism.Culture;

/// <summary>The pages about what follows a culture, a process or an exception show both sides.</summary>
public partial class CulturePageTests
{
    private static readonly string Root = typeof(CulturePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    [Theory]
    [InlineData("DAY2030")]
    [InlineData("DAY2050")]
    [InlineData("DAY2200")]
    [InlineData("DAY2210")]
    public async Task Examples_break_the_rule_before_and_keep_it_after(string id)
    {
        string[] examples = [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(Root, "docs", "rules", id + ".md"))).Select(match => match.Groups[1].Value)];
        Assert.Contains(id, await IdsAsync(examples[0]));
        Assert.Empty(await IdsAsync(examples[1]));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string example)
    {
        var output = TestCompiler.Run(TestCompiler.Compile(Verifier.Usings + example)).Output;
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        return (await Verifier.FindAsync<DeterminismAnalyzer>(output)).Select(diagnostic => diagnostic.Id);
    }

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
