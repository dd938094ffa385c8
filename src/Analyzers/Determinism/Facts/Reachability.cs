using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Says what stands in a body and never runs.</summary>
internal static class Reachability
{
    public static bool NeverRuns(IOperation operation, DeterminismContext context) => operation switch
    {
        INameOfOperation or ITypeOfOperation or ISizeOfOperation => true,
        IInvocationOperation { TargetMethod.ReturnsVoid: true } call => call.TargetMethod.GetAttributes().Any(attribute => attribute.AttributeClass.Is(context.Known.Conditional)),
        IConversionOperation { Operand: IAnonymousFunctionOperation } conversion => context.Known.IsExpressionTree(conversion.Type),
        _ => false,
    };

    /// <summary>Whether a constant condition keeps a branch from running.</summary>
    public static bool IsDeadBranch(IOperation operation, IOperation child) =>
        operation is IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool condition } } branch
        && ReferenceEquals(child, condition ? branch.WhenFalse : branch.WhenTrue);

    /// <summary>Whether what an operation gives only reaches an exception that is thrown: its text changes no state.</summary>
    public static bool IsForException(this IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IThrowOperation:
                    return true;
                case IExpressionStatementOperation or IVariableDeclaratorOperation or IReturnOperation or IAnonymousFunctionOperation or IBlockOperation:
                    return false;
            }
        }

        return false;
    }
}
