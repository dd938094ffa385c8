using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Order;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Machine;

/// <summary>Finds floating-point arithmetic whose result depends on threads, or on the version of the runtime.</summary>
internal sealed class FloatingPointCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation, OperationKind.Conversion];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "Sum" or "Average", ContainingType: { Name: "ParallelEnumerable" } type } method } when type.IsInSystem() && !method.ReturnType.IsExact():
                reader.Add(operation, method, NonDeterminism.FloatingPoint, EffectSeverity.Warning, "adds in the order in which threads finish, and each order rounds in its own way", "Enumerable.Sum, or decimal");
                break;
            case IConversionOperation { IsChecked: false, OperatorMethod: null, ConstantValue.HasValue: false, Operand.Type: { } from, Type: { } to } conversion when IsFloating(from) && IsInteger(to):
                reader.Add(conversion.Operand, new(
                    NonDeterminism.FloatingPoint, EffectSeverity.Info, $"{from.ToDisplayString()} → {to.ToDisplayString()}", "gives another number on other runtimes and processors when it does not fit", conversion.Operand.Syntax)
                {
                    Replacement = "a checked conversion, or decimal",
                });
                break;
        }
    }

    private static bool IsFloating(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
