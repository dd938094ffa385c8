using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>Says which lines of the user's determinism files say nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeterminismFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnreadableDeterminismLine];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var reports = Reports.Start(start);
            start.RegisterAdditionalFileAction(context => Check(context.AdditionalFile, reports.To(context.ReportDiagnostic), context.CancellationToken));
        });
    }

    private static void Check(AdditionalText file, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (SymbolDatabase.IsDatabase(file) && file.GetText(cancellationToken) is { } text)
        {
            foreach (DatabaseProblem problem in DatabaseText.Parse(text).Problems)
            {
                var location = Location.Create(file.Path, problem.Span, text.Lines.GetLinePositionSpan(problem.Span));
                report(Diagnostic.Create(Rules.UnreadableDeterminismLine, location, problem.Text));
            }
        }
    }
}
