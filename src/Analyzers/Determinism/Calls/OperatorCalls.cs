using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>Operators and conversions that stand between the operands of others.</summary>
internal static class OperatorCalls
{
    public static IEnumerable<ImplicitCall> Of(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation step => OfStep(step),
        ICompoundAssignmentOperation compound => [.. Converted(compound, compound.InConversion), .. Converted(compound, compound.OutConversion)],
        ICoalesceOperation coalesce => Converted(coalesce.Value, coalesce.ValueConversion),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod: { } method } binary => OfLogical(binary, method),
        ITupleBinaryOperation comparison => OfComparison(comparison, comparison.LeftOperand.Type, comparison.RightOperand.Type),
        _ => [],
    };

    /// <summary>Converts the elements of a tuple one by one.</summary>
    public static IEnumerable<ImplicitCall> OfTuple(IConversionOperation conversion) =>
        conversion is { Operand: not ITupleOperation, SemanticModel.Compilation: CSharpCompilation compilation } ? Between(compilation, conversion.Operand, conversion.Operand.Type, conversion.Type) : [];

    // The compiler does not say how it converts the operand to what the operator takes, and the result back.
    private static IEnumerable<ImplicitCall> OfStep(IIncrementOrDecrementOperation step)
    {
        if (step is not { Target.Type: { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } target, SemanticModel.Compilation: CSharpCompilation compilation })
        {
            return [];
        }

        ITypeSymbol type = Bare(target);
        return step.OperatorMethod is { } method
            ? method.Parameters.IsEmpty ? [] : ImplicitCalls.All(step, compilation.ClassifyConversion(type, Bare(method.Parameters[0].Type)).MethodSymbol, compilation.ClassifyConversion(Bare(method.ReturnType), type).MethodSymbol)
            : ImplicitCalls.All(step, [.. type.GetMembers(WellKnownMemberNames.ImplicitConversionName).OfType<IMethodSymbol>().Where(conversion => conversion.Parameters.Length == 1 && (IsNumber(conversion.ReturnType) || IsNumber(conversion.Parameters[0].Type)))]);
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double;

    // What the left side is decides whether the right one is looked at.
    private static IEnumerable<ImplicitCall> OfLogical(IBinaryOperation binary, IMethodSymbol method) => ImplicitCalls.All(
        binary,
        [.. method.ContainingType.GetMembers(binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName).OfType<IMethodSymbol>()]);

    private static IEnumerable<ImplicitCall> OfComparison(ITupleBinaryOperation comparison, ITypeSymbol? left, ITypeSymbol? right)
    {
        if (left is INamedTypeSymbol { IsTupleType: true } many && right is INamedTypeSymbol { IsTupleType: true } others)
        {
            return many.TupleElements.Zip(others.TupleElements, (first, second) => OfComparison(comparison, first.Type, second.Type)).SelectMany(calls => calls);
        }

        string name = comparison.OperatorKind == BinaryOperatorKind.Equals ? WellKnownMemberNames.EqualityOperatorName : WellKnownMemberNames.InequalityOperatorName;
        return new[] { left, right }.OfType<ITypeSymbol>().Select(Bare).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).Where(type => type.IsOwn(comparison))
            .SelectMany(type => type.GetMembers(name).OfType<IMethodSymbol>()).Select(method => ImplicitCall.Of(method, comparison));
    }

    private static IEnumerable<ImplicitCall> Between(CSharpCompilation compilation, IOperation place, ITypeSymbol? from, ITypeSymbol? to)
    {
        if (from is not INamedTypeSymbol { IsTupleType: true } source || to is not INamedTypeSymbol { IsTupleType: true } target || SymbolEqualityComparer.Default.Equals(source, target))
        {
            return [];
        }

        return source.TupleElements.Zip(target.TupleElements, (first, second) => first.Type is INamedTypeSymbol { IsTupleType: true }
            ? Between(compilation, place, first.Type, second.Type)
            : ImplicitCalls.All(place, compilation.ClassifyConversion(first.Type, second.Type).MethodSymbol)).SelectMany(calls => calls);
    }

    private static IEnumerable<ImplicitCall> Converted(IOperation place, CommonConversion conversion) =>
        conversion.MethodSymbol is { } method ? [new(method, place, conversion.ConstrainedToType)] : [];

    private static ITypeSymbol Bare(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
