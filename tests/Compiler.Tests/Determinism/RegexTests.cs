using System.Reflection;
using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Determinism;

public class RegexTests
{
    [Theory]
    [InlineData("var regex = {|DAY2210:new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase)|}; return this;")]
    [InlineData("return {|DAY2210:System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.Compiled)|} ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2210:System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"(?i)a\")|} ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2210:System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"b(?mi-s:a)\")|} ? this : this with { Number = 1 };")]
    [InlineData("var regex = {|DAY2210:new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))|}; return this;")]
    [InlineData("var time = {|DAY2210:new System.Text.RegularExpressions.Regex(\"a\").MatchTimeout|}; return this;")]
    [InlineData("return this with { Number = {|DAY2210:System.Text.RegularExpressions.Regex.CacheSize|} };")]
    [InlineData("return {|DAY2210:Helper.Is(e.Value)|} ? this : this with { Number = 1 };", "static class Helper { public static bool Is(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, \"(?i)a\"); }")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"(?<i>a)(?:i)(?=i)\") ? this : this with { Number = 1 };")]
    [InlineData("var regex = new System.Text.RegularExpressions.Regex(\"(?i)a\", System.Text.RegularExpressions.RegexOptions.CultureInvariant); return this;")]
    [InlineData("var regex = new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant); return this;")]
    [InlineData("var regex = new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.None, System.Text.RegularExpressions.Regex.InfiniteMatchTimeout); return this;")]
    [InlineData("return Helper.Word().IsMatch(e.Value) ? this : this with { Number = 1 };", "static partial class Helper { [System.Text.RegularExpressions.GeneratedRegex(\"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase)] public static partial System.Text.RegularExpressions.Regex Word(); public static partial System.Text.RegularExpressions.Regex Word() => null!; }")]
    public async Task Is_not_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    /// <summary>The compiler's half reads the options of the process, for a timeout that nobody sets.</summary>
    [Theory]
    [InlineData("Helper.Word()", "[System.Text.RegularExpressions.GeneratedRegex(\"a+b\")] public static partial System.Text.RegularExpressions.Regex Word();")]
    [InlineData("Helper.Word", "[System.Text.RegularExpressions.GeneratedRegex(\"a+b\", System.Text.RegularExpressions.RegexOptions.IgnoreCase)] public static partial System.Text.RegularExpressions.Regex Word { get; }")]
    public async Task What_is_generated_from_an_expression_is_left_alone(string expression, string declaration)
    {
        string source = Verifier.Usings + DeterminismVerifier.Program($"return {expression}.IsMatch(e.Value) ? this : this with {{ Number = 1 }};", $"static partial class Helper {{ {declaration} }}");
        CSharpCompilation compilation = TestCompiler.Compile(source);
        CSharpGeneratorDriver.Create([RegexGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation written, out _, TestContext.Current.CancellationToken);
        Compilation output = TestCompiler.Run(written).Output;
        Assert.Contains(output.SyntaxTrees, tree => tree.ToString().Contains("AppContext.GetData", StringComparison.Ordinal));
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await Verifier.FindAsync<DeterminismAnalyzer>(output));
    }

    /// <summary>The one that the reference pack brings along.</summary>
    private static ISourceGenerator RegexGenerator()
    {
        string path = typeof(RegexTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RegexGenerator").Value!;
        Type type = Assembly.LoadFrom(path).GetType("System.Text.RegularExpressions.Generator.RegexGenerator", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
