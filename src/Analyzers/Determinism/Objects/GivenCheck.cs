using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>Follows the objects that a member passes on or gives back without having made them: whoever changes them changes what it was given.</summary>
internal sealed class GivenCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Invocation, OperationKind.ParameterReference, OperationKind.FieldInitializer, OperationKind.PropertyInitializer,
        OperationKind.VariableInitializer, OperationKind.ParameterInitializer, OperationKind.ObjectCreation, OperationKind.PropertyReference,
        OperationKind.MethodReference, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement, OperationKind.Return,
        OperationKind.YieldReturn, OperationKind.YieldBreak, OperationKind.Block,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke and not MethodKind.LocalFunction } method } call when IsFollowed(reader, method):
                Give(reader, call, method, call.Instance, Given(call.Arguments), call.IsVirtual ? call.Instance?.Type ?? call.ConstrainedToType : null);
                if (method.MethodKind == MethodKind.Constructor)
                {
                    // What a base's constructor keeps is in the object that this one makes.
                    reader.Body.AddReturn(Slot.Inside(reader.Objects.ResultOf(call)), Slot.Inside(Slot.Return));
                }

                break;
            case IParameterReferenceOperation { Parameter: var parameter } when parameter.IsOfPrimary() && reader.Objects.Member is IMethodSymbol { MethodKind: not MethodKind.Constructor }:
                reader.Body.AddCapture(parameter.OriginalDefinition);
                break;
            case ISymbolInitializerOperation { Value: { } value } when reader.Body == reader.Body.Member:
                Return(reader, reader.Objects.Of(value), isPart: true);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation when IsFollowed(reader, constructor):
                Give(reader, creation, constructor, instance: null, Given(creation.Arguments), receiver: null);
                break;
            case IPropertyReferenceOperation { Property: { IsStatic: false, GetMethod: { } getter } property } reference
                when IsFollowed(reader, property) && !property.IsStored(isSource: true) && reference.Usage().Reads:
                Give(reader, reference, getter, reference.Instance, Given(reference.Arguments), property.IsVirtual || property.IsOverride ? reference.Instance?.Type : null);
                break;
            case IMethodReferenceOperation { Instance: { } instance, Method: var method } reference when IsFollowed(reader, method):
                Give(reader, reference, method, instance, [], reference.IsVirtual ? instance.Type : null);
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { IsStatic: false, Parameters.Length: 1 } method } compound when IsFollowed(reader, method):
                Give(reader, compound, method, compound.Target, [(method.Parameters[0], compound.Value)], ReceiverOf(method, compound.Target));
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: { IsStatic: false } method } step when IsFollowed(reader, method):
                Give(reader, step, method, step.Target, [], ReceiverOf(method, step.Target));
                break;
            case IReturnOperation { ReturnedValue: { } value } when reader.Body == reader.Body.Member:
                Return(reader, reader.Objects.Of(value), isPart: operation.Kind == OperationKind.YieldReturn);
                break;
            case IBlockOperation { Parent: IConstructorBodyOperation }:
                Return(reader, reader.Objects.OfMade(operation), isPart: true);
                break;
        }
    }

    private static ITypeSymbol? ReceiverOf(IMethodSymbol method, IOperation target) => method.IsAbstract || method.IsVirtual || method.IsOverride ? target.Type : null;

    private static IEnumerable<(IParameterSymbol Parameter, IOperation Value)> Given(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Where(argument => argument.Parameter is { RefKind: not RefKind.Out }).Select(argument => (argument.Parameter!, argument.Value));

    private static bool IsFollowed(BodyReader reader, ISymbol member) => reader.Objects.IsSource(member) && !reader.Objects.IsTrusted(member);

    private static void Give(BodyReader reader, IOperation operation, IMethodSymbol method, IOperation? instance, IEnumerable<(IParameterSymbol Parameter, IOperation Value)> arguments, ITypeSymbol? receiver)
    {
        var place = new GivenPlace(reader, operation, method.Canonical(), receiver, HasResult(method) ? reader.Objects.ResultOf(operation) : Slot.Run);
        if (instance is not null)
        {
            ObjectValue value = reader.Objects.Of(instance);
            place.Give(instance.Type.IsCopied() ? reader.Objects.Owners.Of(instance) : value.Self, Slot.Receiver);
            place.Give(value.AllInside, Slot.Inside(Slot.Receiver));
        }

        foreach ((IParameterSymbol parameter, IOperation argument) in arguments)
        {
            ObjectValue value = reader.Objects.Of(argument);
            int slot = method.SlotOf(parameter);
            place.Give(value.Self, slot);
            place.Give(value.AllInside, Slot.Inside(slot));
        }
    }

    private static bool HasResult(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor || !method.ReturnType.IsAtomic();

    private static void Return(BodyReader reader, ObjectValue value, bool isPart)
    {
        foreach (Place place in value.Self)
        {
            Add(reader, place, isPart ? Slot.Inside(Slot.Return) : Slot.Return);
        }

        foreach (Place place in value.AllInside)
        {
            Add(reader, place, Slot.Inside(Slot.Return));
        }
    }

    private static void Add(BodyReader reader, Place place, int returned)
    {
        if (place.Static is null)
        {
            reader.Body.AddReturn(place.Slot, returned);
        }
    }

    /// <summary>A call that is given objects.</summary>
    private sealed record GivenPlace(BodyReader Reader, IOperation Operation, ISymbol Target, ITypeSymbol? Receiver, int Result)
    {
        public void Give(ImmutableArray<Place> places, int slot)
        {
            foreach (Place place in places)
            {
                if (place.Static is null)
                {
                    Reader.Body.Member.Add(new Call(place.Slot, Target, slot, Receiver, Operation.Syntax) { Result = Result });
                }
            }
        }
    }
}
