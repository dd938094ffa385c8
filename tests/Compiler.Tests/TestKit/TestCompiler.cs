using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Compiles sources with the runtime referenced, and runs the generator over them.</summary>
internal static class TestCompiler
{
    // What a compiler takes when nobody says anything: each of the test projects has another compiler.
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "Microsoft.CSharp.dll" or "Daybook.dll" or "Daybook.Testing.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(params string[] sources) => Compile(NullableContextOptions.Enable, sources);

    public static CSharpCompilation Compile(NullableContextOptions nullable, params string[] sources) => CSharpCompilation.Create(
        "Test.Assembly",
        sources.Select((source, index) => Parse(source, $"Source{index}.cs")),
        References,
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: nullable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    public static GeneratorDriver Driver(ParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new DaybookGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions?)options ?? Options,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates, and holds that the result compiles without an error.</summary>
    /// <returns>The generated files, by name.</returns>
    public static IReadOnlyDictionary<string, string> Generate(params string[] sources) => Generate(Compile(sources));

    public static IReadOnlyDictionary<string, string> Generate(Compilation compilation)
    {
        (IReadOnlyDictionary<string, string> files, Compilation output) = Run(compilation);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return files;
    }

    /// <summary>Holds that what was generated compiles in the oldest language that has static abstract members.</summary>
    public static void CompileAsOldest(IReadOnlyDictionary<string, string> files, params string[] sources)
    {
        CSharpParseOptions oldest = Options.WithLanguageVersion(LanguageVersion.CSharp11);
        Compilation compilation = Compile().AddSyntaxTrees(files.Values.Concat(sources).Select(text => CSharpSyntaxTree.ParseText(text, oldest)));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>Generates whatever comes of broken code, and holds that the generator itself does not fail.</summary>
    public static (IReadOnlyDictionary<string, string> Files, Compilation Output) Run(Compilation compilation)
    {
        GeneratorDriverRunResult result = Driver(compilation.SyntaxTrees.FirstOrDefault()?.Options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out var diagnostics).GetRunResult();
        Assert.Empty(diagnostics);
        Assert.Null(result.Results.Single().Exception);
        IEnumerable<GeneratedSourceResult> sources = result.Results.Single().GeneratedSources.Where(source => source.HintName != ActiveCopy.MarkFile);
        return (sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.OrdinalIgnoreCase), output);
    }
}
