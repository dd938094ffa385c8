using System.Collections.Immutable;
using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Determinism.Culture;

/// <summary>How bad a use of the culture is, and which options change that.</summary>
public class CultureSeverityTests
{
    [Theory]
    [InlineData("_ = e.Amount.ToString();", DiagnosticSeverity.Warning)]
    [InlineData("_ = e.Number.ToString();", DiagnosticSeverity.Info)]
    [InlineData("_ = \"\" + e.Number;", DiagnosticSeverity.Info)]
    [InlineData("_ = e.Number.ToString(\"N0\");", DiagnosticSeverity.Warning)]
    [InlineData("_ = $\"{(object)e.Value}\";", null)]
    [InlineData("object x = e.Number; _ = x.ToString();", DiagnosticSeverity.Info)]
    [InlineData("_ = int.Parse(e.Value);", DiagnosticSeverity.Info)]
    [InlineData("_ = double.Parse(e.Value);", DiagnosticSeverity.Warning)]
    [InlineData("_ = e.Value.CompareTo(\"a\");", DiagnosticSeverity.Warning)]
    [InlineData("_ = string.Compare(e.Value, \"a\", true, System.Globalization.CultureInfo.InvariantCulture);", DiagnosticSeverity.Info)]
    [InlineData("_ = e.Value.Equals(\"a\", StringComparison.InvariantCulture);", DiagnosticSeverity.Info)]
    public async Task Depends_on_what_changes(string use, DiagnosticSeverity? expected) => Assert.Equal(expected, await SeverityAsync(use));

    [Theory]
    [InlineData("_ = e.Number.ToString();")]
    [InlineData("_ = int.Parse(e.Value);")]
    public async Task Integers_count_where_that_is_wanted(string use) =>
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync(use, ("daybook.integers_are_culture_sensitive", "true")));

    [Theory]
    [InlineData("_ = e.Amount.ToString();")]
    [InlineData("_ = e.Value.ToUpper();")]
    [InlineData("_ = System.Globalization.CultureInfo.CurrentCulture;")]
    public async Task Little_where_the_program_has_one_culture(string use) =>
        Assert.Equal(DiagnosticSeverity.Info, await SeverityAsync(use, ("build_property.InvariantGlobalization", "true")));

    [Theory]
    [InlineData("throw new InvalidOperationException(\"x\");", 1)]
    [InlineData("_ = e.Value ?? throw new InvalidOperationException(\"x\");", 1)]
    [InlineData("ArgumentNullException.ThrowIfNull(e);", 1)]
    [InlineData("throw new System.Diagnostics.UnreachableException();", 0)]
    public async Task Throwing_counts_where_reducers_must_be_total(string use, int count) =>
        Assert.Equal(Enumerable.Repeat(("DAY2200", DiagnosticSeverity.Info), count), (await FindAsync(use, ("daybook.reducers_must_be_total", "true"))).Select(found => (found.Id, found.Severity)));

    private static async Task<DiagnosticSeverity?> SeverityAsync(string use, params (string, string)[] options) => (await FindAsync(use, options)).SingleOrDefault()?.Severity;

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string use, params (string Key, string Value)[] options)
    {
        Compilation output = TestCompiler.Run(TestCompiler.Compile($$"""
            using Daybook;
            using System;

            [Event("a")] public partial record A(string Value, int Number, double Amount);

            [State("s")]
            public partial record S
            {
                public static S Initial { get; } = new();

                [Reducer]
                public S On(A e)
                {
                    {{use}}
                    return this;
                }
            }
            """)).Output;
        var analysis = new CompilationWithAnalyzers(output, [new DeterminismAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new TestOptions(options)), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
