using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Runs an analyzer behind the generator, as a build does.</summary>
internal static class Verifier
{
    /// <summary>What stands before every source.</summary>
    public const string Usings = "using Daybook;\nusing System;\nusing System.Collections.Generic;\n";

    /// <summary>Verifies a program of one file or several.</summary>
    public static Task VerifyAsync<TAnalyzer>(params string[] markups)
        where TAnalyzer : DiagnosticAnalyzer, new() => VerifyAsync<TAnalyzer>(markups, []);

    /// <summary>Verifies a program that uses other assemblies.</summary>
    public static async Task VerifyAsync<TAnalyzer>(IReadOnlyList<string> markups, IEnumerable<MetadataReference> references)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        (string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)[] files = [.. markups.Select(markup => Markup.Parse(Usings + markup))];
        Compilation compilation = TestCompiler.Compile([.. files.Select(file => file.Source)]).AddReferences(references);
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        Compilation output = TestCompiler.Run(compilation).Output;
        IEnumerable<Diagnostic> errors = output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        IEnumerable<Diagnostic> found = errors.Concat(await FindAsync<TAnalyzer>(output));
        Assert.All(found, diagnostic => Assert.Contains(diagnostic.Location.SourceTree, trees));
        Assert.All(found, Sentence.Check);
        Assert.Equal(
            files.SelectMany((file, index) => file.Expected.Select(entry => Describe(entry.Id, trees[index], entry.Span))).Order(StringComparer.Ordinal),
            found.Select(diagnostic => Describe(Markup.Name(diagnostic), diagnostic.Location.SourceTree!, diagnostic.Location.SourceSpan)).Order(StringComparer.Ordinal));
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

    private static string Describe(string id, SyntaxTree tree, TextSpan span) => $"{id} at '{tree.GetText().ToString(span)}' {span} of {tree.FilePath}";
}
