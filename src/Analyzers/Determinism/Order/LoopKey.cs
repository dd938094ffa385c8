using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>The key that no two elements of a loop have in common: what is stored under it, another element neither reads nor writes.</summary>
/// <param name="loop">The loop, or the lambda that is called for each element.</param>
/// <param name="elements">What tells its elements apart.</param>
internal sealed class LoopKey(IOperation loop, Elements elements)
{
    /// <summary>
    /// The uses of a keyed collection in a loop that puts its elements into it one by one, in all assignments, each under its own key:
    /// <c>sums = sums.SetItem(pair.Key, sums.GetValueOrDefault(pair.Key) + pair.Value)</c>. Null where it does something else to it.
    /// </summary>
    public IReadOnlyList<IOperation>? UsesOf(ISimpleAssignmentOperation assignment, ISymbol collection, IOperation body)
    {
        if (!Stores(assignment))
        {
            return null;
        }

        List<IOperation> uses = [.. body.DescendantsAndSelf().Where(operation => operation.Referenced().Is(collection))];
        return uses.Select(use => use.Parent).OfType<ISimpleAssignmentOperation>().Where(other => other.Target.Referenced().Is(collection)).All(Stores) ? [.. uses.Where(ReadsOwn)] : null;
    }

    private bool Stores(ISimpleAssignmentOperation assignment) =>
        assignment.Value.WithoutConversion() is IInvocationOperation { TargetMethod.Name: "SetItem", Instance: { } instance } call
        && instance.WithoutConversion().Referenced().Is(assignment.Target.Referenced()) && UnorderedTypes.IsKeyedOrSet(call.Type) && HasOwn(call.Arguments);

    /// <summary>Whether a reference to the collection leads to what is stored under the key.</summary>
    private bool ReadsOwn(IOperation reference)
    {
        IOperation inner = reference;
        while (inner.Parent is IConversionOperation conversion)
        {
            inner = conversion;
        }

        return (inner.Parent is IArgumentOperation { Parameter.Ordinal: 0 } argument ? argument.Parent : inner.Parent) switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } element => HasOwn(element.Arguments),
            IInvocationOperation { TargetMethod.Name: "SetItem" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" } call => HasOwn(call.Arguments),
            _ => false,
        };
    }

    private bool HasOwn(IEnumerable<IArgumentOperation> arguments) => arguments.Any(argument => argument.Parameter?.Name is "key" && IsOwn(argument.Value.WithoutConversion()));

    private bool IsOwn(IOperation key) => loop is IForEachLoopOperation { LoopControlVariable: var variable } && elements switch
    {
        Elements.Unique => key is ILocalReferenceOperation && key.Referenced().Is(LocalOf(variable)),
        Elements.Keyed => key switch
        {
            IPropertyReferenceOperation { Property: { Name: "Key", ContainingType.Name: "KeyValuePair" }, Instance: ILocalReferenceOperation element } => element.Local.Is(LocalOf(variable)),
            ILocalReferenceOperation { Local: var local } => local.Is(FirstOf(variable)),
            _ => false,
        },
        _ => false,
    };

    private static ISymbol? LocalOf(IOperation variable) => variable switch
    {
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        IDeclarationExpressionOperation declaration => LocalOf(declaration.Expression),
        _ => variable.Referenced(),
    };

    private static ISymbol? FirstOf(IOperation variable) => variable switch
    {
        IDeclarationExpressionOperation declaration => FirstOf(declaration.Expression),
        ITupleOperation { Elements: { IsEmpty: false } elements } => LocalOf(elements[0]),
        _ => null,
    };
}
