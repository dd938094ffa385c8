using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Runs an analyzer behind the generator, as a build does.</summary>
internal static class Verifier
{
    /// <summary>What stands before every source.</summary>
    public const string Usings = "using Daybook;\nusing System;\nusing System.Collections.Generic;\n";

    public static async Task VerifyAsync<TAnalyzer>(string markup)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        (string source, IReadOnlyList<(string Id, TextSpan Span)> expected) = Markup.Parse(Usings + markup);
        Compilation compilation = TestCompiler.Compile(source);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        Compilation output = TestCompiler.Run(compilation).Output;
        if (expected.Count == 0)
        {
            Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        IEnumerable<Diagnostic> found = await FindAsync<TAnalyzer>(output);
        Assert.All(found, diagnostic => Assert.Same(tree, diagnostic.Location.SourceTree));
        Assert.Equal(
            expected.Select(entry => $"{entry.Id} at '{source.Substring(entry.Span.Start, entry.Span.Length)}' {entry.Span}").Order(StringComparer.Ordinal),
            found.Select(diagnostic => $"{diagnostic.Id} at '{source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}' {diagnostic.Location.SourceSpan}").Order(StringComparer.Ordinal));
    }

    /// <summary>What the analyzer says, in words.</summary>
    public static async Task<IEnumerable<string>> MessagesAsync<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        IEnumerable<Diagnostic> found = await FindAsync<TAnalyzer>(TestCompiler.Run(TestCompiler.Compile(source)).Output);
        return found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static async Task<IEnumerable<Diagnostic>> FindAsync<TAnalyzer>(Compilation compilation, params (string Key, string Value)[] options)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var analysis = new CompilationWithAnalyzers(compilation, [new TAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new TestOptions(options)), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
