using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>All places of a member that say what its <c>ref</c> locals refer to.</summary>
internal sealed class ReferenceTable
{
    private readonly ILookup<ISymbol, IOperation> _targets;
    private readonly ILookup<ISymbol, IOperation> _loops;

    public ReferenceTable(ImmutableArray<IOperation> blocks)
    {
        IOperation[] all = [.. blocks.SelectMany(block => block.Descendants())];
        _targets = all.Select(TargetOf).OfType<(ISymbol Local, IOperation Value)>().ToLookup(pair => pair.Local, pair => pair.Value, SymbolEqualityComparer.Default);
        _loops = all.OfType<IForEachLoopOperation>().Where(loop => loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.IsRef: true })
            .ToLookup(loop => (ISymbol)((IVariableDeclaratorOperation)loop.LoopControlVariable).Symbol, loop => loop.Collection, SymbolEqualityComparer.Default);
    }

    /// <summary>The variables, members and elements that a local refers to.</summary>
    public IEnumerable<IOperation> TargetsOf(ILocalSymbol local) => _targets[local];

    /// <summary>The collections whose elements a local refers to, one after the other.</summary>
    public IEnumerable<IOperation> LoopsOf(ILocalSymbol local) => _loops[local];

    private static (ISymbol Local, IOperation Value)? TargetOf(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: { IsRef: true } local } declarator when declarator.GetVariableInitializer() is { Value: { } value } => (local, value),
        ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation { Local: var local }, Value: var value } => (local, value),
        _ => null,
    };
}
