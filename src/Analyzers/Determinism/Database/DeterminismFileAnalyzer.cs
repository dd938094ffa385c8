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
        context.RegisterAdditionalFileAction(static context =>
        {
            if (SymbolDatabase.IsDatabase(context.AdditionalFile) && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
            {
                foreach (DatabaseProblem problem in DatabaseText.Parse(text).Problems)
                {
                    var location = Location.Create(context.AdditionalFile.Path, problem.Span, text.Lines.GetLinePositionSpan(problem.Span));
                    context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadableDeterminismLine, location, problem.Text));
                }
            }
        });
    }
}
