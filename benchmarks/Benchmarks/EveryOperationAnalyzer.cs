using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Benchmarks;

/// <summary>Asks for the operations of every body and does nothing with them: what a first analyzer of bodies costs, whatever it does.</summary>
#pragma warning disable RS1036, RS1038, RS1041, RS2008 // It is run by a benchmark, never by a compiler.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EveryOperationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Never = new("BENCH0001", "Never", "Never", "Benchmarks", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Never];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(static _ => { });
    }
}
