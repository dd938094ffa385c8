using System.Collections.Immutable;
using System.Globalization;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Shape;

/// <summary>Checks unions and formatters where they are declared, whether an event reaches them or not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Members.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.WireUnion is not null)
            {
                var reports = Reports.Start(start);
                start.RegisterSymbolAction(context => Analyze(context, known, new(reports.To(context.ReportDiagnostic))), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known, ReportingSink sink)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (UnionReader.IsOurs(type, known))
        {
            _ = new UnionReader(type, known, sink, context.CancellationToken).Read();
        }

        if (type.FindAttribute(known.Formatter) is { } formatter)
        {
            _ = FormatterReader.Read(type, formatter, known, sink, context.CancellationToken);
        }

        if (type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false })
        {
            ReportMissing(type, known, sink);
        }
    }

    private static void ReportMissing(INamedTypeSymbol type, KnownSymbols known, ReportingSink sink)
    {
        foreach (INamedTypeSymbol union in UnionCaseType.Ancestors(type).Where(link => !link.Is(type) && UnionReader.IsOurs(link, known) && !UnionReader.Lists(link, type, known)))
        {
            string tag = UnionReader.NextTag(union, known).ToString(CultureInfo.InvariantCulture);
            sink.Report(ShapeProblem.MissingUnionCase, type.FindLocation(), type.ToMessage(), union.ToMessage(), tag);
        }
    }
}
