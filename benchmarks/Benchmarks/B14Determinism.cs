using BenchmarkDotNet.Attributes;
using Daybook.Analyzers.Determinism;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Benchmarks;

/// <summary>
/// Compiling a project of 1,000 reducers that reach 20,000 methods, as a build does: with no analyzer (floor), with one that
/// only asks for the operations of every body, as the analyzers of the SDK do, and with ours. Typing is the analysis of the
/// one file that was edited, with either analyzer.
/// </summary>
[MemoryDiagnoser]
public class B14Determinism
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13);

    private readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "Daybook.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private SyntaxTree[] _trees = [];
    private CSharpCompilation _typed = null!;

    [GlobalSetup]
    public void Setup()
    {
        Compilation project = Compile([.. ReachedProject.Write(states: 100, eventsPerState: 10).Select((source, index) => CSharpSyntaxTree.ParseText(source, Options, $"Source{index}.cs"))]);
        _ = CSharpGeneratorDriver.Create([new DaybookGenerator().AsSourceGenerator()], parseOptions: Options).RunGeneratorsAndUpdateCompilation(project, out Compilation output, out _);
        _trees = [.. output.SyntaxTrees];
        _typed = Compile(_trees);
    }

    [Benchmark(Baseline = true)]
    public long NoAnalyzer() => Emit(Compile(_trees));

    [Benchmark]
    public Task<long> EveryOperation() => EmitAsync(new EveryOperationAnalyzer());

    [Benchmark]
    public Task<long> Determinism() => EmitAsync(new DeterminismAnalyzer());

    [Benchmark]
    public Task<int> EditWithEveryOperation() => EditAsync(new EveryOperationAnalyzer());

    [Benchmark]
    public Task<int> EditInAReducer() => EditAsync(new DeterminismAnalyzer());

    private async Task<int> EditAsync(DiagnosticAnalyzer analyzer)
    {
        SyntaxTree edited = _trees[0].WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(_trees[0].ToString().Replace("Total + ", "Total - ", StringComparison.Ordinal)));
        Compilation compilation = _typed.ReplaceSyntaxTree(_trees[0], edited);
        var analysis = new CompilationWithAnalyzers(compilation, [analyzer], AnalysisOptions());
        return (await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(edited), filterSpan: null, CancellationToken.None)).Length;
    }

    private async Task<long> EmitAsync(DiagnosticAnalyzer analyzer)
    {
        // As the compiler does it: analyzers follow the same compilation, on the other core.
        var analysis = new CompilationWithAnalyzers(Compile(_trees), [analyzer], AnalysisOptions());
        Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> diagnostics = analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        long length = Emit(analysis.Compilation);
        return length + (await diagnostics).Length;
    }

    private static CompilationWithAnalyzersOptions AnalysisOptions() =>
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);

    private CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Reached", trees, _references, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private static long Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        return compilation.Emit(stream).Success ? stream.Length : throw new InvalidOperationException("The project does not compile.");
    }
}
