using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Shape;

/// <summary>Recognizes reducers that do nothing at all.</summary>
internal static class UnchangedState
{
    /// <summary>Whether the state is returned as it came on every way, and nothing else happens: no call, no assignment, no exception.</summary>
    public static bool IsReturned(IMethodSymbol reducer, IBlockOperation body)
    {
        List<IOperation> all = [.. body.Descendants()];
        List<IReturnOperation> returns = [.. all.OfType<IReturnOperation>()];
        return returns.Count > 0
            && returns.TrueForAll(value => value.ReturnedValue is { } returned && IsUnchanged(returned, reducer))
            && !all.Exists(HasEffect);
    }

    private static bool IsUnchanged(IOperation value, IMethodSymbol reducer) => value switch
    {
        IParenthesizedOperation parenthesized => IsUnchanged(parenthesized.Operand, reducer),
        IConversionOperation { Conversion.IsIdentity: true } conversion => IsUnchanged(conversion.Operand, reducer),
        IInstanceReferenceOperation => !reducer.IsStatic,
        IParameterReferenceOperation reference => reducer.IsStatic && reference.Parameter.Is(reducer.Parameters.FirstOrDefault()),
        IWithOperation { Initializer.Initializers.IsEmpty: true } copy => IsUnchanged(copy.Operand, reducer),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => IsUnchanged(choice.WhenTrue, reducer) && IsUnchanged(whenFalse, reducer),
        ISwitchExpressionOperation choice => choice.Arms.Length > 0 && choice.Arms.All(arm => IsUnchanged(arm.Value, reducer)),
        _ => false,
    };

    private static bool HasEffect(IOperation operation) => operation is
        IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IThrowOperation or IObjectCreationOperation
        or IEventAssignmentOperation or IDynamicInvocationOperation or IFunctionPointerInvocationOperation or IAwaitOperation or IInvalidOperation;
}
