using System.Collections.Immutable;
using Daybook.Analyzers.Schema;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Shape;

/// <summary>Finds reducers that change nothing, and those that copy all that was there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReducerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnchangedState, Rules.GrowthByCopies];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A record with a generated part counts as generated as a whole; GeneratedTree tells the parts apart.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.Reducer is not null)
            {
                var reports = Reports.Start(start);
                start.RegisterOperationBlockAction(context => Analyze(context, known, reports.To(context.ReportDiagnostic)));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownSymbols known, Action<Diagnostic> report)
    {
        if (context.OwningSymbol is not IMethodSymbol { ContainingType: { } state } method
            || method.FindAttribute(known.Reducer) is null
            || state.FindAttribute(known.State) is not { } marker
            || context.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is not { } body
            || GeneratedTree.IsGenerated(body.Syntax.SyntaxTree, context.CancellationToken))
        {
            return;
        }

        // A view has a state for each key that an event is reduced for, changed or not.
        if (marker.NamedValue("View") is not true && method.Parameters.FirstOrDefault(parameter => known.IsEvent(parameter.Type)) is { } parameter && UnchangedState.IsReturned(method, body))
        {
            report(Diagnostic.Create(Rules.UnchangedState, method.FindLocation(), method.Name, parameter.Type.Name));
        }

        foreach ((ISymbol member, IOperation value) in Growth.Find(method, body))
        {
            string advice = Growth.IsText(member) ? "an AppendableText" : "an AppendableList";
            report(Diagnostic.Create(Rules.GrowthByCopies, value.Syntax.GetLocation(), member.Name, advice));
        }
    }
}
