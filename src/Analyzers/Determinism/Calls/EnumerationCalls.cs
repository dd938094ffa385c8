using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>What runs when a collection is walked through or filled.</summary>
internal static class EnumerationCalls
{
    public static IEnumerable<ImplicitCall> OfLoop(IForEachLoopOperation loop)
    {
        if (loop is not { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model })
        {
            return [];
        }

        ForEachStatementInfo info = model.GetForEachStatementInfo(syntax);
        return ImplicitCalls.All(loop.Collection, info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.ElementConversion.MethodSymbol)
            .Concat(DisposalCalls.Of(loop.Collection, info.GetEnumeratorMethod?.ReturnType, loop.IsAsynchronous))
            .Concat(syntax is ForEachVariableStatementSyntax pair ? ImplicitCalls.OfDeconstruction(loop.LoopControlVariable, model.GetDeconstructionInfo(pair)) : []);
    }

    public static IEnumerable<ImplicitCall> OfSpread(ISpreadOperation spread)
    {
        IOperation operand = spread.Operand;
        IMethodSymbol? start = operand.Type.IsOwn(operand)
            ? operand.Type!.FindMember("GetEnumerator") ?? operand.Type!.FindContract("IEnumerable", "GetEnumerator") ?? Extension(operand, operand.Type!, "GetEnumerator")
            : null;
        return ImplicitCalls.All(operand, start, spread.ElementConversion.MethodSymbol)
            .Concat(start is not null && start.ReturnType.IsOwn(operand) ? OfEnumerator(operand, start.ReturnType) : []);
    }

    private static IEnumerable<ImplicitCall> OfEnumerator(IOperation place, ITypeSymbol enumerator) =>
        ImplicitCalls.All(place, enumerator.FindMember("MoveNext"), enumerator.FindMember("get_Current")).Concat(DisposalCalls.Of(place, enumerator, isAsynchronous: false));

    public static IEnumerable<ImplicitCall> OfCollection(ICollectionExpressionOperation collection)
    {
        IEnumerable<IMethodSymbol> adds = collection.Type.IsOwn(collection) && collection.ConstructMethod is not { MethodKind: not MethodKind.Constructor } ? Named(collection, collection.Type!, "Add") : [];
        return ImplicitCalls.All(collection, [collection.ConstructMethod, .. adds]);
    }

    private static IMethodSymbol? Extension(IOperation place, ITypeSymbol type, string name) => Named(place, type, name).FirstOrDefault(method => method.Parameters.IsEmpty);

    /// <summary>All methods of a name that can be called on a type there, extensions too.</summary>
    private static IEnumerable<IMethodSymbol> Named(IOperation place, ITypeSymbol type, string name) =>
        place.SemanticModel?.LookupSymbols(place.Syntax.SpanStart, type, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>() ?? [];
}
