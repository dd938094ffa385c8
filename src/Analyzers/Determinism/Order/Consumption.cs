using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Says where lists go that were filled in an order that a replay need not repeat.</summary>
internal static class Consumption
{
    /// <summary>Whether a list goes where its order is not followed any more: into a member, a result, or whatever is not understood.</summary>
    public static bool Escapes(IOperation list, LocalUses locals)
    {
        IOperation inner = list;
        while (inner.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation)
        {
            inner = inner.Parent;
        }

        return inner.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } argument => !IsUnderstood(call.TargetMethod, argument),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument => !IsUnderstood(constructor, argument),
            IForEachLoopOperation or ISpreadOperation or IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "IsEmpty" or "IsDefault" or "IsDefaultOrEmpty" } => false,
            IInvocationOperation { TargetMethod: var method } when method.ContainingType.IsExtensionBlock() => !method.IsDeclared(list),
            IInvocationOperation call when ReferenceEquals(call.Instance, inner) => call.TargetMethod.Name is not ("Contains" or "Exists" or "TrueForAll" or "ForEach" or "Sort" or "GetEnumerator"),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => EscapesFrom(local, locals),
            _ => true,
        };
    }

    private static bool EscapesFrom(ILocalSymbol local, LocalUses locals) =>
        !locals.IsSorted(local) && (locals.ReferencesTo(local) is { Count: > 0 } references && (locals.ValueOf(local) is null || references.Any(reference => Escapes(reference, locals))));

    private static bool IsUnderstood(IMethodSymbol method, IArgumentOperation argument) =>
        method.RoleOf() != SequenceRole.None || (method.IsDeclared(argument) && argument.Parameter.TakesElements());
}
