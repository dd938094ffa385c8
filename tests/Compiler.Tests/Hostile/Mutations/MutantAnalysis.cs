using System.Collections.Immutable;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>What the compiler, the generator and all analyzers say of a program.</summary>
/// <param name="Output">The program and what was generated for it.</param>
/// <param name="Found">All diagnostics.</param>
internal sealed record MutantAnalysis(Compilation Output, ImmutableArray<Diagnostic> Found)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = AllAnalyzers.Create();

    /// <summary>Whether the program does not compile.</summary>
    public bool IsBroken => Found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));

    /// <summary>What the generator or an analyzer failed at; null when none did.</summary>
    public Diagnostic? Crash => Found.FirstOrDefault(diagnostic => diagnostic.Id is "AD0001" or "CS8785");

    public static async Task<MutantAnalysis> OfAsync(string source, CancellationToken cancellationToken)
    {
        Compilation output = TestCompiler.Run(TestCompiler.Compile(source)).Output;
        return new(output, await new CompilationWithAnalyzers(output, Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAllDiagnosticsAsync(cancellationToken));
    }
}
