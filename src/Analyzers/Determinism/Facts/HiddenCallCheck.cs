using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Calls;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Follows the calls that the text does not show.</summary>
internal sealed class HiddenCallCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Loop, OperationKind.Spread, OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.DeconstructionAssignment, OperationKind.Await,
        OperationKind.RecursivePattern, OperationKind.ListPattern, OperationKind.SlicePattern, OperationKind.ImplicitIndexerReference, OperationKind.With,
        OperationKind.CollectionExpression, OperationKind.Interpolation, OperationKind.InterpolatedStringAppendFormatted,
        OperationKind.InterpolatedStringAppendLiteral, OperationKind.InterpolatedStringAppendInvalid, OperationKind.Binary, OperationKind.Conversion,
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.FieldReference, OperationKind.PropertyReference, OperationKind.EventReference,
        OperationKind.MethodReference, OperationKind.Increment, OperationKind.Decrement, OperationKind.CompoundAssignment, OperationKind.Coalesce,
        OperationKind.TupleBinary,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        foreach (ImplicitCall call in ImplicitCalls.Of(operation))
        {
            reader.Use(call.Place, call.Method.AssociatedSymbol ?? call.Method.ReducedFrom ?? call.Method, call.Method, call.Receiver);
        }
    }
}
