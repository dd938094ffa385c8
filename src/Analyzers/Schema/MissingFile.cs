using System.Collections.Concurrent;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Schema;

/// <summary>Says once in a project without a schema file how to get one; looks at nothing but attributes.</summary>
internal sealed class MissingFile(KnownSymbols known)
{
    private readonly ConcurrentBag<INamedTypeSymbol> _events = [];

    public void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterSymbolAction(
            context =>
            {
                if (context.Symbol.FindAttribute(known.Event) is not null)
                {
                    _events.Add((INamedTypeSymbol)context.Symbol);
                }
            },
            SymbolKind.NamedType);
        Reports.Start(start, (_, report) =>
        {
            if (_events.OrderBy(type => type.ToCode(), StringComparer.Ordinal).ThenBy(type => type.FindLocation(), PlaceComparer.Instance).FirstOrDefault() is { } first)
            {
                report(Diagnostic.Create(Rules.NoSchemaFile, first.FindLocation()));
            }
        });
    }
}
