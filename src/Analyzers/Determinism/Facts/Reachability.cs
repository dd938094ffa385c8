using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Says what stands in a body and never runs.</summary>
internal static class Reachability
{
    // More than anybody puts between a text and its exception. A text that is used twice in the next one, and so on, doubles the work each time.
    private const int MaxDepth = 8;

    public static bool NeverRuns(IOperation operation, DeterminismContext context) => operation switch
    {
        INameOfOperation or ITypeOfOperation or ISizeOfOperation => true,
        IInvocationOperation { TargetMethod.ReturnsVoid: true } call => call.TargetMethod.GetAttributes().Any(attribute => attribute.AttributeClass.Is(context.Known.Conditional)),
        IConversionOperation { Operand: IAnonymousFunctionOperation } conversion => context.Known.IsExpressionTree(conversion.Type),
        _ => false,
    };

    /// <summary>Whether a constant condition keeps a branch, or the other side of <c>&amp;&amp;</c> and <c>||</c>, from running.</summary>
    public static bool IsDeadBranch(IOperation operation, IOperation child) => operation switch
    {
        IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool condition } } branch => ReferenceEquals(child, condition ? branch.WhenFalse : branch.WhenTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, LeftOperand.ConstantValue: { HasValue: true, Value: bool left } } logical =>
            ReferenceEquals(child, logical.RightOperand) && left == (logical.OperatorKind == BinaryOperatorKind.ConditionalOr),
        _ => false,
    };

    /// <summary>Whether what an operation gives only reaches an exception that is thrown: its text changes no state.</summary>
    public static bool IsForException(this IOperation operation, LocalUses locals) => IsForException(operation, locals, depth: 0);

    private static bool IsForException(IOperation operation, LocalUses locals, int depth)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IThrowOperation:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when DoesNotReturn(method):
                    return true;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return depth < MaxDepth && locals.ValueOf(local) is not null
                        && locals.ReferencesTo(local) is { Count: > 0 } references && references.All(reference => IsForException(reference, locals, depth + 1));
                case IExpressionStatementOperation or IReturnOperation or IAnonymousFunctionOperation or IBlockOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool DoesNotReturn(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" });
}
