using System.Collections.Concurrent;
using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Schema;

/// <summary>
/// The bodies of all members of the compilation and what they refer to, gathered as the compiler gets to them. Which
/// of them count for which state is asked at the end.
/// </summary>
internal sealed class ReducerFacts(KnownSymbols known)
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<BodyFact>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<IMethodSymbol> _upcasters = [];

    /// <summary>The methods marked as upcasters.</summary>
    public IEnumerable<IMethodSymbol> Upcasters => _upcasters;

    /// <summary>The members with a body.</summary>
    public ICollection<ISymbol> Members => _bodies.Keys;

    public void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationBlockAction(Gather);
        start.RegisterSymbolAction(
            context =>
            {
                if (context.Symbol.FindAttribute(known.Upcaster) is not null)
                {
                    _upcasters.Add((IMethodSymbol)context.Symbol);
                }
            },
            SymbolKind.Method);
    }

    public IEnumerable<BodyFact> BodiesOf(ISymbol member) => _bodies.TryGetValue(member, out ConcurrentBag<BodyFact>? bodies) ? bodies : [];

    public bool IsReducer(IMethodSymbol method) => method.FindAttribute(known.Reducer) is not null;

    /// <summary>The symbol that stands for all parts and constructions of a member.</summary>
    public static ISymbol Canonical(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } original } => Canonical(original),
        IMethodSymbol { PartialDefinitionPart: { } definition } => definition.OriginalDefinition,
        IPropertySymbol { PartialDefinitionPart: { } definition } => definition.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    private void Gather(OperationBlockAnalysisContext context)
    {
        if (context.OperationBlocks.IsEmpty || GeneratedTree.IsGenerated(context.OperationBlocks[0].Syntax.SyntaxTree, context.CancellationToken))
        {
            return;
        }

        foreach (IOperation block in context.OperationBlocks)
        {
            // What attributes say does not run.
            if (block.Kind is not OperationKind.Attribute)
            {
                ImmutableArray<ISymbol> references = ReferencedSymbols.Of(block, context.Compilation, context.CancellationToken);
                _bodies.GetOrAdd(Canonical(context.OwningSymbol), static _ => []).Add(new(block.Syntax, references));
            }
        }
    }
}
