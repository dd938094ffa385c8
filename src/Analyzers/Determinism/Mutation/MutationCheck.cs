using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Mutation;

/// <summary>Finds what changes an object that the member did not make: what it was given, or what a static member holds.</summary>
internal sealed class MutationCheck : IOperationCheck
{
    private const string Copy = "a copy or an immutable collection";

    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment,
        OperationKind.Increment, OperationKind.Decrement, OperationKind.EventAssignment, OperationKind.Argument, OperationKind.Invocation,
        OperationKind.MethodReference,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: ITupleOperation tuple }:
                WriteAll(reader, tuple);
                break;
            case ICompoundAssignmentOperation { OperatorMethod.IsStatic: false, Target.Type.IsValueType: false } or IIncrementOrDecrementOperation { OperatorMethod.IsStatic: false, Target.Type.IsValueType: false }:
                // Such an operator changes the object, and the variable stays.
                break;
            case IAssignmentOperation assignment and not ISimpleAssignmentOperation { IsRef: true }:
                Write(reader, assignment.Target);
                break;
            case IIncrementOrDecrementOperation step:
                Write(reader, step.Target);
                break;
            case IEventAssignmentOperation { EventReference: { } target }:
                Write(reader, target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: not IDeclarationExpressionOperation } argument:
                Write(reader, argument.Value);
                break;
            case IInvocationOperation call:
                Call(reader, call);
                break;
            case IMethodReferenceOperation { Instance: { } instance, Method: var method } when !reader.Objects.IsSource(method) && Mutators.Changes(method):
                Change(reader, operation, OwnersIn(reader, instance), method, Copy);
                break;
        }
    }

    private static void WriteAll(BodyReader reader, ITupleOperation tuple)
    {
        foreach (IOperation element in tuple.Elements)
        {
            if (element is ITupleOperation nested)
            {
                WriteAll(reader, nested);
            }
            else
            {
                Write(reader, element);
            }
        }
    }

    private static void Write(BodyReader reader, IOperation target)
    {
        // What is written to a static member itself is not about what it holds.
        target = target.WithoutConversion();
        if (target is not (IMemberReferenceOperation { Instance: null } or ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation))
        {
            Change(reader, target, reader.Objects.Owners.Of(target), ApiOf(target) ?? reader.Body.Symbol, IsElement(target) ? Copy : "'with'");
        }
    }

    private static void Call(BodyReader reader, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (reader.Objects.IsSource(method))
        {
            return;
        }

        if (Mutators.Changes(method) && call.Instance is { } instance)
        {
            Change(reader, call, OwnersIn(reader, instance), method, Copy);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter && Mutators.Changes(method, parameter.OriginalDefinition))
            {
                Change(reader, call, OwnersIn(reader, argument.Value), method, "a copy");
            }
        }
    }

    private static ImmutableArray<Place> OwnersIn(BodyReader reader, IOperation value) => value.Type.IsCopied() ? reader.Objects.Owners.Of(value) : reader.Objects.Of(value).Self;

    private static void Change(BodyReader reader, IOperation operation, ImmutableArray<Place> owners, ISymbol member, string replacement)
    {
        if (owners.IsEmpty || IsNeverCalled(reader) || !reader.Match(operation, NonDeterminism.Mutation, EffectSeverity.Error))
        {
            return;
        }

        foreach (Place owner in owners)
        {
            bool isStatic = owner.Static is not null;
            Effect effect = new(
                isStatic ? NonDeterminism.Static : NonDeterminism.Mutation,
                isStatic ? EffectSeverity.Warning : EffectSeverity.Error,
                member.ToApi(),
                isStatic ? $"changes what '{owner.Static!.ToApi()}' holds for all" : "changes an object that the member was given, and that others still hold",
                operation.Syntax)
            {
                Id = member.OriginalDefinition.GetDocumentationCommentId(),
                Replacement = isStatic ? "" : replacement,
            };
            if (!isStatic)
            {
                reader.Body.Member.Add(owner.Slot, effect);
            }
            else if (!Statics.IsInitializing(reader.Body, owner.Static!))
            {
                reader.Body.Add(effect);
                reader.Body.AddChange(owner.Static!, effect);
            }
        }
    }

    /// <summary>Whether a local function is called by nobody: what it would do happens to nothing.</summary>
    private static bool IsNeverCalled(BodyReader reader)
    {
        for (BodyFacts? body = reader.Body; body is not null; body = body.Outer)
        {
            if (body.Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } function && !reader.Objects.Uses(function))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsElement(IOperation target) => target is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true };

    private static ISymbol? ApiOf(IOperation target) => target switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod,
        IImplicitIndexerReferenceOperation { IndexerSymbol: { } indexer } => indexer,
        IArrayElementReferenceOperation { ArrayReference.Type: { } array } => array,
        ILocalReferenceOperation local => local.Local,
        _ => target.Type,
    };
}
