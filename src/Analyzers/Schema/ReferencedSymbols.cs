using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Schema;

/// <summary>Finds the members that a body runs or reads.</summary>
internal static class ReferencedSymbols
{
    public static ImmutableArray<ISymbol> Of(IOperation block, CancellationToken cancellationToken)
    {
        var symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in block.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ISymbol symbol in Direct(operation).Concat(Implied(operation)).OfType<ISymbol>())
            {
                // Only what has source can have a body here.
                if (!symbol.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || symbol.IsImplicitlyDeclared)
                {
                    symbols.Add(ReducerFacts.Canonical(symbol));
                }
            }
        }

        return [.. symbols];
    }

    private static IEnumerable<ISymbol?> Direct(IOperation operation) => operation switch
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
        ICompoundAssignmentOperation compound => [compound.OperatorMethod, compound.InConversion.MethodSymbol, compound.OutConversion.MethodSymbol],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
        IWithOperation { Type: INamedTypeSymbol type } => type.InstanceConstructors.Where(constructor => constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.Is(type)),
        _ => [],
    };

    /// <summary>The methods that the compiler calls without a call in the text.</summary>
    private static IEnumerable<ISymbol?> Implied(IOperation operation)
    {
        if (operation.SemanticModel is not { } model)
        {
            return [];
        }

        return operation switch
        {
            IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } => Of(model.GetForEachStatementInfo(loop)),
            IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } => Of(model.GetDeconstructionInfo(assignment)),
            _ => [],
        };
    }

    private static IEnumerable<ISymbol?> Of(ForEachStatementInfo info) =>
        [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.DisposeMethod, info.ElementConversion.MethodSymbol];

    private static IEnumerable<ISymbol?> Of(DeconstructionInfo info) => info.Nested.SelectMany(Of).Append(info.Method);
}
