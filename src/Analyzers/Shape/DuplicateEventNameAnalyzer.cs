using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Shape;

/// <summary>Finds events of one assembly that share a name and a version.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateEventNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Shape[ShapeProblem.DuplicateEventName]];

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

            var events = new ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)>();
            start.RegisterSymbolAction(context => Collect(context, known, events), SymbolKind.NamedType);
            Reports.Start(start, (_, report) => Report(events, new(report)));
        });
    }

    private static void Collect(SymbolAnalysisContext context, KnownSymbols known, ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)> events)
    {
        if (context.Symbol.FindAttribute(known.Event) is { ConstructorArguments.Length: 1 } attribute && attribute.ConstructorArguments[0].Value is string name)
        {
            int version = attribute.NamedArguments.FirstOrDefault(argument => argument.Key is "Version").Value.Value is int number ? number : 1;
            events.Add(($"{name}@{version.ToString(CultureInfo.InvariantCulture)}", (INamedTypeSymbol)context.Symbol, attribute.ToLocation(context.CancellationToken)));
        }
    }

    private static void Report(ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)> events, ReportingSink sink)
    {
        foreach (var group in events.GroupBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var entries = group.OrderBy(entry => entry.Type.ToCode(), StringComparer.Ordinal).ThenBy(entry => entry.Location, PlaceComparer.Instance).ToList();
            foreach (var entry in entries.Skip(1))
            {
                sink.Report(ShapeProblem.DuplicateEventName, entry.Location, entry.Type.Name, entry.Name, entries[0].Type.ToMessage());
            }
        }
    }
}
