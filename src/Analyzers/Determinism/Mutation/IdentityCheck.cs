using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Mutation;

/// <summary>Finds comparisons of objects where values should be compared: what was read back from a store is another object.</summary>
internal sealed class IdentityCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Binary, OperationKind.Invocation];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison
                when IsObject(comparison.LeftOperand) && IsObject(comparison.RightOperand) && !(IsConstant(comparison.LeftOperand) && IsConstant(comparison.RightOperand)) && !IsEquality(reader.Body):
                reader.Add(operation, new(NonDeterminism.Identity, EffectSeverity.Info, comparison.OperatorKind == BinaryOperatorKind.Equals ? "==" : "!=", Reason, operation.Syntax) { Replacement = Replacement });
                break;
            case IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } method, Arguments: { Length: 2 } arguments }
                when arguments.All(argument => !IsNull(argument.Value)) && !arguments.All(argument => IsConstant(argument.Value)) && !IsEquality(reader.Body):
                reader.Add(operation, method, NonDeterminism.Identity, EffectSeverity.Info, Reason, Replacement);
                break;
        }
    }

    private const string Reason = "compares objects, and equal values are other objects after a replay or a snapshot";

    private const string Replacement = "a comparison of values";

    private static bool IsObject(IOperation operand)
    {
        ITypeSymbol? type = operand.WithoutConversion().Type ?? operand.Type;
        return !IsNull(operand) && type is { IsReferenceType: true, TypeKind: not TypeKind.Delegate and not TypeKind.Dynamic and not TypeKind.Error }
            && operand.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String };
    }

    private static bool IsNull(IOperation operand) => operand.WithoutConversion() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    // Texts that the compiler knows are one object wherever they are equal.
    private static bool IsConstant(IOperation operand) => operand.WithoutConversion().ConstantValue.HasValue;

    /// <summary>Whether the body compares values, and only begins with a look at the objects.</summary>
    private static bool IsEquality(BodyFacts body) => body.Member.Symbol.Name is "Equals" or "op_Equality" or "op_Inequality" or "CompareTo" or "Compare";
}
