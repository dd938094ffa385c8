using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Shape;

/// <summary>Says why the generator declines an event, a state, a reducer, an upcaster or a downcaster.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusableDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.Shape.Values.Concat(Rules.Members.Values).Concat(Rules.Versions.Values).Where(rule => !Rules.IsForEnd(rule))];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.Event is not null)
            {
                var reports = Reports.Start(start);
                start.RegisterSymbolAction(context => AnalyzeType(context, known, new(reports.To(context.ReportDiagnostic))), SymbolKind.NamedType);
                start.RegisterSymbolAction(context => AnalyzeMethod(context, known, new(reports.To(context.ReportDiagnostic))), SymbolKind.Method);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownSymbols known, ReportingSink sink)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.FindAttribute(known.Event) is not null)
        {
            _ = Parser.ParseEvent(type, context.Compilation, known, sink, context.CancellationToken);
        }

        if (type.FindAttribute(known.State) is not null)
        {
            _ = Parser.ParseState(type, context.Compilation, known, sink, context.CancellationToken);
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, KnownSymbols known, ReportingSink sink)
    {
        if (context.Symbol.FindAttribute(known.Upcaster) is not null)
        {
            _ = Parser.ParseUpcaster((IMethodSymbol)context.Symbol, context.Compilation, known, sink);
        }

        if (context.Symbol.FindAttribute(known.Downcaster) is not null)
        {
            _ = Parser.ParseDowncaster((IMethodSymbol)context.Symbol, context.Compilation, known, sink);
        }

        if (context.Symbol.FindAttribute(known.Reducer) is not null && context.Symbol.ContainingType.FindAttribute(known.State) is null)
        {
            sink.Report(
                ShapeProblem.ReducerOutsideState, context.Symbol.FindLocation(), context.Symbol.Name, context.Symbol.ContainingType.Name);
        }
    }
}
