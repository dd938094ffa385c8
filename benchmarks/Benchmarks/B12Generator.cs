using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Daybook.Compiler.Tests.TestKit;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Benchmarks;

/// <summary>
/// Compiling a project of 1,000 events in 100 states to an assembly, from its texts on; floor: the same project with the
/// generated files checked in and no generator. Typing in a method body is one more run of a warm generator.
/// </summary>
[MemoryDiagnoser]
public class B12Generator
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13);

    private readonly string[] _sources = [.. LargeProject.Write(states: 100, eventsPerState: 10)];
    private readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "Daybook.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private string[] _generated = [];
    private GeneratorDriver _warm = null!;
    private Compilation _edited = null!;

    [GlobalSetup]
    public void Setup()
    {
        CSharpCompilation compilation = Compile(_sources);
        _warm = Driver().RunGenerators(compilation);
        _generated = [.. Generated(_warm).Select(source => source.SourceText.ToString())];
        SyntaxTree tree = compilation.SyntaxTrees[42];
        string text = _sources[42].Replace("Total = Total + e.Count", "Total = Total - e.Count", StringComparison.Ordinal);
        _edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Options, tree.FilePath));
    }

    [Benchmark(Baseline = true)]
    public long CheckedIn() => Emit(Compile([.. _sources, .. _generated]));

    [Benchmark]
    public long WithGenerator()
    {
        _ = Driver().RunGeneratorsAndUpdateCompilation(Compile(_sources), out Compilation output, out _);
        return Emit(output);
    }

    [Benchmark]
    public int EditInABody() => Generated(_warm.RunGenerators(_edited)).Length;

    /// <summary>How many lines are generated for an event, its share of state and catalog included.</summary>
    internal static double LinesPerEvent()
    {
        var benchmark = new B12Generator();
        benchmark.Setup();
        return benchmark._generated.Sum(text => text.AsSpan().Count('\n')) / 1000.0;
    }

    private static ImmutableArray<GeneratedSourceResult> Generated(GeneratorDriver driver) => driver.GetRunResult().Results[0].GeneratedSources;

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new DaybookGenerator().AsSourceGenerator()], parseOptions: Options);

    private CSharpCompilation Compile(string[] sources) => CSharpCompilation.Create(
        "Large",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, Options, $"Source{index}.cs")),
        _references,
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private static long Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        return compilation.Emit(stream).Success ? stream.Length : throw new InvalidOperationException("The project does not compile.");
    }
}
