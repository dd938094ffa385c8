using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Calls;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Schema;

/// <summary>Finds the members of the compilation that a body runs or reads.</summary>
internal static class ReferencedSymbols
{
    public static ImmutableArray<ISymbol> Of(IOperation block, Compilation compilation, CancellationToken cancellationToken)
    {
        var symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in block.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ISymbol symbol in Shown(operation).Concat(ImplicitCalls.Of(operation).Select(call => call.Method)).OfType<ISymbol>())
            {
                // An editor shows another project's sources, a build does not.
                if (!symbol.IsForeign(compilation))
                {
                    symbols.Add(ReducerFacts.Canonical(symbol));
                }
            }
        }

        return [.. symbols];
    }

    private static IEnumerable<ISymbol?> Shown(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation creation => [creation.Constructor],
        IFieldReferenceOperation field => [field.Field],
        IPropertyReferenceOperation property => [property.Property, property.Property.GetMethod, property.Property.SetMethod],
        IMethodReferenceOperation method => [method.Method],
        IEventReferenceOperation @event => [@event.Event.AddMethod, @event.Event.RemoveMethod],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        IIncrementOrDecrementOperation increment => [increment.OperatorMethod],
        ICompoundAssignmentOperation compound => [compound.OperatorMethod],
        IConversionOperation conversion => [conversion.OperatorMethod],
        _ => [],
    };
}
