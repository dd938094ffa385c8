using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Finds sorts and queues that leave equal elements in an order nobody promises.</summary>
internal sealed class SortTieCheck : IOperationCheck
{
    private const string Replacement = "OrderBy, which keeps the order of equal elements, or a comparison that tells all of them apart";

    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call)
        {
            return;
        }

        if (method.Name is "Sort" && type.Name is "List" or "Array" or "MemoryExtensions" && type.IsInSystem() && ComparesOneMember(call))
        {
            reader.Add(call, method, NonDeterminism.Order, EffectSeverity.Info, "leaves elements that compare as equal in any order", Replacement);
        }
        else if (method.Name is "Dequeue" or "TryDequeue" or "EnqueueDequeue" or "DequeueEnqueue" && type is { Name: "PriorityQueue", TypeArguments: { Length: 2 } arguments } && type.IsInSystem() && !arguments[1].IsTupleType)
        {
            reader.Add(call, method, NonDeterminism.Order, EffectSeverity.Info, "gives items of one priority in any order", "a priority that tells all items apart, such as a tuple with a number that grows");
        }
    }

    /// <summary>Whether a lambda compares one member of two objects: others may differ.</summary>
    private static bool ComparesOneMember(IInvocationOperation sort) =>
        sort.Arguments.Select(argument => argument.Value.LambdaOf()).FirstOrDefault(lambda => lambda?.Symbol.Parameters.Length == 2) is { } comparison
        && !comparison.Symbol.Parameters[0].Type.IsValueType && !comparison.Symbol.Parameters[0].Type.IsSimple()
        && comparison.ResultOf() is IInvocationOperation result
        && result.Arguments.Select(argument => argument.Value).Concat(result.Instance is { } instance ? [instance] : []).All(value => value.WithoutConversion() is IMemberReferenceOperation or IPropertyReferenceOperation || value.Type is { Name: "StringComparison" } or { Name: "StringComparer" });
}
