using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Knows collections that were asked how many elements they have: one comes in every order.</summary>
internal static class Counted
{
    /// <summary>Whether an expression is the branch of <c>all.Count == 1 ? all.First() : …</c>.</summary>
    public static bool IsOnlyOne(IOperation collection, IOperation user)
    {
        for (IOperation inner = user; inner.Parent is { Syntax: ExpressionSyntax or ArgumentSyntax } outer; inner = outer)
        {
            if (outer is IConditionalOperation { Condition: var condition } choice && ReferenceEquals(choice.WhenTrue, inner) && AsksForOne(condition.WithoutConversion(), collection))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksForOne(IOperation condition, IOperation collection) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: 1 } } comparison
        && comparison.LeftOperand.WithoutConversion() switch
        {
            IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } counted } => counted.IsLike(collection),
            IInvocationOperation { TargetMethod: { Name: "Count", ContainingType.Name: "Enumerable" }, Arguments: { Length: 1 } counted } => counted[0].Value.IsLike(collection),
            _ => false,
        };
}
