using System.Collections.Concurrent;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Versions;

/// <summary>Collects what a compilation declares, and hands it out in an order of its own.</summary>
internal sealed class VersionDeclarations(KnownSymbols known)
{
    private readonly ConcurrentBag<DeclaredEvent> _events = [];
    private readonly ConcurrentBag<DeclaredCaster<UpcasterModel>> _upcasters = [];
    private readonly ConcurrentBag<DeclaredCaster<DowncasterModel>> _downcasters = [];
    private readonly ConcurrentBag<(INamedTypeSymbol Type, StateModel Model)> _states = [];

    public KnownSymbols Known => known;

    public IReadOnlyList<DeclaredEvent> Events => [.. _events.OrderBy(entry => entry.Code, StringComparer.Ordinal).ThenBy(entry => entry.Type.FindLocation(), PlaceComparer.Instance)];

    public IReadOnlyList<DeclaredCaster<UpcasterModel>> Upcasters => [.. _upcasters.OrderBy(entry => entry.Method.FindLocation(), PlaceComparer.Instance)];

    public IReadOnlyList<DeclaredCaster<DowncasterModel>> Downcasters => [.. _downcasters.OrderBy(entry => entry.Method.FindLocation(), PlaceComparer.Instance)];

    public IReadOnlyList<(INamedTypeSymbol Type, StateModel Model)> States => [.. _states.OrderBy(entry => entry.Type.FindLocation(), PlaceComparer.Instance)];

    public void AddType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.FindAttribute(known.Event) is { ConstructorArguments.Length: 1 } attribute)
        {
            _events.Add(new(type, EventIdentity.NameOf(type, known), EventIdentity.VersionOf(attribute), attribute));
        }

        if (type.FindAttribute(known.State) is not null && Parser.ParseState(type, context.Compilation, known, NullSink.Instance, context.CancellationToken) is { } state)
        {
            _states.Add((type, state));
        }
    }

    public void AddMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.FindAttribute(known.Upcaster) is not null)
        {
            _upcasters.Add(new(method, Parser.ParseUpcaster(method, context.Compilation, known, NullSink.Instance), CasterMethod.EventsOf(method, known)));
        }

        if (method.FindAttribute(known.Downcaster) is not null)
        {
            _downcasters.Add(new(method, Parser.ParseDowncaster(method, context.Compilation, known, NullSink.Instance), CasterMethod.EventsOf(method, known)));
        }
    }
}
