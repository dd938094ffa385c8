using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Finds steps of folds that give the same result in every order: exact sums, extremes, sets.</summary>
internal static class Commutative
{
    public static bool IsCommutative(this BinaryOperatorKind kind) => kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply
        or BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;

    /// <summary>What operators have in common that can change places with each other: sums with differences, but not with products.</summary>
    public static BinaryOperatorKind Family(this BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Subtract => BinaryOperatorKind.Add,
        BinaryOperatorKind.ConditionalAnd => BinaryOperatorKind.And,
        BinaryOperatorKind.ConditionalOr => BinaryOperatorKind.Or,
        _ => kind,
    };

    /// <summary>Where a value uses what was folded before, if it does so in a way that suits every order; else null.</summary>
    /// <param name="value">What becomes the new result.</param>
    /// <param name="result">The variable or parameter that holds what was folded before.</param>
    public static IReadOnlyList<IOperation>? UsesIn(IOperation value, ISymbol result) => value.WithoutConversion() switch
    {
        { } reference when reference.Referenced().Is(result) => [reference],
        IBinaryOperation binary when binary.OperatorKind.IsCommutative() && binary.Type.IsExact() => UsesIn(binary, result),
        IInvocationOperation { TargetMethod: { Name: "Max" or "Min", ContainingType: { } type } } call when type.IsInSystem() =>
            Mentioning(call.Arguments.Select(argument => argument.Value), result) is { } operand && operand.Referenced().Is(result) ? [operand] : null,
        IInvocationOperation { Instance: { } instance, TargetMethod: var method } call when UnorderedTypes.IsKeyedOrSet(instance.Type) && UnorderedTypes.IsKeyedOrSet(method.ReturnType) =>
            call.Arguments.Any(argument => Mentions(argument, result)) ? null : UsesIn(instance, result),
        IConditionalOperation { Condition: IBinaryOperation condition, WhenFalse: { } other } choice when condition.Compares(result, out IOperation? compared) =>
            UsesInChoice(choice.WhenTrue, other, condition, compared!, result),
        _ => null,
    };

    /// <summary>Whether a condition compares what was folded before with something else, and with what.</summary>
    public static bool Compares(this IBinaryOperation condition, ISymbol result, out IOperation? compared)
    {
        bool isLeft = condition.LeftOperand.WithoutConversion().Referenced().Is(result);
        compared = isLeft ? condition.RightOperand : condition.LeftOperand;
        return condition.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            && (isLeft || condition.RightOperand.WithoutConversion().Referenced().Is(result));
    }

    /// <summary>Whether two operations are written alike.</summary>
    public static bool IsLike(this IOperation operation, IOperation other) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AreEquivalent(operation.WithoutConversion().Syntax, other.WithoutConversion().Syntax);

    /// <summary>The variable, field or property that an operation is a reference to.</summary>
    public static ISymbol? Referenced(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IFieldReferenceOperation { Field: var field } => field,
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } => property,
        _ => null,
    };

    private static IReadOnlyList<IOperation>? UsesIn(IBinaryOperation binary, ISymbol result) => binary.OperatorKind == BinaryOperatorKind.Subtract
        && Mentions(binary.RightOperand, result) ? null
        : Mentioning([binary.LeftOperand, binary.RightOperand], result) is { } operand && (operand is not IBinaryOperation inner || Family(inner.OperatorKind) == Family(binary.OperatorKind)) ? UsesIn(operand, result)
        : null;

    /// <summary>The only operand that uses what was folded before.</summary>
    private static IOperation? Mentioning(IEnumerable<IOperation> operands, ISymbol result)
    {
        IOperation[] mentioning = [.. operands.Where(operand => Mentions(operand, result))];
        return mentioning.Length == 1 ? mentioning[0].WithoutConversion() : null;
    }

    private static IReadOnlyList<IOperation>? UsesInChoice(IOperation whenTrue, IOperation whenFalse, IBinaryOperation condition, IOperation compared, ISymbol result)
    {
        (IOperation kept, IOperation taken) = whenTrue.WithoutConversion().Referenced().Is(result) ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        return kept.WithoutConversion().Referenced().Is(result) && taken.IsLike(compared)
            ? [kept.WithoutConversion(), condition.LeftOperand.WithoutConversion(), condition.RightOperand.WithoutConversion()]
            : null;
    }

    private static bool Mentions(IOperation operation, ISymbol result) => operation.DescendantsAndSelf().Any(inner => inner.Referenced().Is(result));
}
