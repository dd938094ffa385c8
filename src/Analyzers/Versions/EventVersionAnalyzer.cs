using System.Collections.Immutable;
using Daybook.Analyzers.Shape;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Versions;

/// <summary>Holds that the versions of every event of an assembly lead up to the newest one, and that states take what they lead to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventVersionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Versions.Values.Where(Rules.IsForEnd)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.Event is null)
            {
                return;
            }

            var declarations = new VersionDeclarations(known);
            start.RegisterSymbolAction(declarations.AddType, SymbolKind.NamedType);
            start.RegisterSymbolAction(declarations.AddMethod, SymbolKind.Method);
            Reports.Start(start, (context, report) => Check(context, declarations, report));
        });
    }

    private static void Check(CompilationAnalysisContext context, VersionDeclarations declarations, Action<Diagnostic> report)
    {
        var sink = new ReportingSink(report);
        CasterChecks.Check(declarations, sink);
        new EventChecks(declarations, sink, context.CancellationToken).Check();
        RecordingChecks.Check(declarations, context.Compilation, sink, context.CancellationToken);
        StateChecks.Check(declarations, sink, context.CancellationToken);
    }
}
