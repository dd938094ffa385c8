using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Finds results that depend on the order of collections that have none: loops, first elements, lists, joined text.</summary>
internal sealed class OrderCheck : IOperationCheck
{
    public const string Replacement = "OrderBy with a key that tells all elements apart, or a sorted collection";

    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Loop, OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.ImplicitIndexerReference, OperationKind.MethodReference,
        OperationKind.ObjectCreation, OperationKind.CollectionExpression, OperationKind.Return, OperationKind.SimpleAssignment,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IForEachLoopOperation loop when Find(loop.Collection, reader) is { } sequence && !LoopBody.IsOrderFree(loop, loop.Body, sequence.Elements, reader.Locals):
                Add(reader, loop.Collection, "foreach", member: null, sequence);
                break;
            case IInvocationOperation call:
                CheckReceiver(call, call.TargetMethod, call.Instance, reader);
                CheckCall(call, reader);
                break;
            case IPropertyReferenceOperation { Property: { IsIndexer: true } indexer, Instance: { Type.Name: "ImmutableArray" } list } element when element.Arguments.All(argument => argument.Value is not ILocalReferenceOperation) && Find(list, reader) is { } sequence:
                Add(reader, operation, indexer.ToApi(), indexer, sequence);
                break;
            case IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol indexer, Instance: { Type.Name: "ImmutableArray" } list } when Find(list, reader) is { } sequence:
                Add(reader, operation, indexer.ToApi(), indexer, sequence);
                break;
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } reference:
                CheckReceiver(reference, getter, reference.Instance, reader);
                break;
            case IMethodReferenceOperation reference:
                CheckReceiver(reference, reference.Method, reference.Instance, reader);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                CheckArguments(creation, constructor, creation.Arguments, reader);
                break;
            case ICollectionExpressionOperation collection when Find(collection, reader) is { } sequence && !UnorderedTypes.IsKeyedOrSet(collection.Type) && Consumption.Escapes(collection, reader.Locals):
                Add(reader, collection, "collection expression", member: null, sequence);
                break;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } when reader.Body.Symbol is IMethodSymbol { ReturnType: var type } && type.IsSequence() && Find(value, reader) is { } sequence:
                OrderFlow.Return(reader, value, sequence);
                break;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Type: { TypeKind: TypeKind.Interface } type, Member: var member } } assignment
                when type.Name is "IEnumerable" or "ICollection" or "IReadOnlyCollection" && UnorderedTypes.Of(assignment.Value.WithoutConversion().Type) is { } sequence:
                Add(reader, assignment.Value, member.ToApi(), member: null, sequence);
                break;
        }
    }

    /// <summary>Extension members get their object as others get arguments.</summary>
    private static void CheckReceiver(IOperation operation, IMethodSymbol method, IOperation? receiver, BodyReader reader)
    {
        bool isInBlock = method.ContainingType.IsExtensionBlock();
        if ((isInBlock || method.IsExtensionMethod) && reader.Context.IsSource(method) && Find(receiver, reader) is { } sequence)
        {
            OrderFlow.Give(reader, operation, method, isInBlock ? Slot.Receiver : 0, sequence);
        }
    }

    private static void CheckCall(IInvocationOperation call, BodyReader reader)
    {
        IMethodSymbol method = call.TargetMethod;
        if (call.Instance is { } instance && method.Name is "GetEnumerator" or "CopyTo" or "ToArray" or "TryTake" or "TryPeek" && UnorderedTypes.Of(instance.Type) is { } own)
        {
            if (method.Name is not "ToArray" || Consumption.Escapes(call, reader.Locals))
            {
                Add(reader, call, method.ToApi(), method, own);
            }
        }
        else if (method.Name is "ForEach" && call.Instance is { } list && Find(list, reader) is { } elements)
        {
            if (call.Arguments.FirstOrDefault()?.Value.LambdaOf() is not { } lambda || !LoopBody.IsOrderFree(lambda, lambda.Body, elements.Elements, reader.Locals))
            {
                Add(reader, call, method.ToApi(), method, elements);
            }
        }
        else
        {
            CheckArguments(call, method, method.ContainingType.Name is "Enumerable" ? [.. call.Arguments.Take(method.UsesSecond() ? 2 : 1)] : call.Arguments, reader);
        }
    }

    private static void CheckArguments(IOperation operation, IMethodSymbol method, IReadOnlyList<IArgumentOperation> arguments, BodyReader reader)
    {
        foreach (IArgumentOperation argument in arguments.Where(argument => argument.Parameter.TakesElements()))
        {
            if (Find(argument.Value, reader) is not { } sequence)
            {
                continue;
            }

            if (reader.Context.IsSource(method))
            {
                OrderFlow.Give(reader, operation, method, method.SlotOf(argument.Parameter!), sequence);
            }
            else if (!Counted.IsOnlyOne(argument.Value, operation) && DependsOn(operation, method, sequence, reader))
            {
                Add(reader, operation, method.ToApi(), method, sequence);
                return;
            }
        }
    }

    private static bool DependsOn(IOperation operation, IMethodSymbol method, Sequence sequence, BodyReader reader) => method.RoleOf() switch
    {
        SequenceRole.Copies => Consumption.Escapes(operation, reader.Locals),
        SequenceRole.Follows => operation is not IInvocationOperation call || method.Name switch
        {
            "Aggregate" => !IsCommutative(call),
            "MinBy" or "MaxBy" => SortKeys.KeyOf(call, sequence.Elements) != SortKey.Total,
            "AddRange" => call.Instance is not ILocalReferenceOperation { Local: var local } || !reader.Locals.IsSorted(local),
            _ => true,
        },
        _ => false,
    };

    private static bool IsCommutative(IInvocationOperation aggregate) =>
        aggregate.Arguments.Select(argument => argument.Value.LambdaOf()).FirstOrDefault(lambda => lambda?.Symbol.Parameters.Length == 2) is { } step
        && step.ResultOf() is { } result && Commutative.UsesIn(result, step.Symbol.Parameters[0]) is not null;

    private static Sequence? Find(IOperation? value, BodyReader reader) => reader.Sequences.Find(value);

    private static void Add(BodyReader reader, IOperation place, string api, ISymbol? member, Sequence sequence)
    {
        var effect = new Effect(NonDeterminism.Order, sequence.Severity, api, sequence.Explanation, place.Syntax) { Id = member?.OriginalDefinition.GetDocumentationCommentId(), Replacement = Replacement };
        switch (sequence.Origin)
        {
            case IParameterSymbol parameter:
                OrderFlow.BodyOf(parameter, reader)?.Add(Slot.Order(OrderFlow.SlotOf(parameter)), effect);
                break;
            case IMethodSymbol source:
                reader.Body.Add(new Call(Slot.Run, source.Canonical(), Slot.Order(Slot.Return), Receiver: null, place.Syntax));
                break;
            default:
                reader.Add(place, effect);
                break;
        }
    }
}
