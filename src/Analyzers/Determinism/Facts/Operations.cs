using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Questions to operations.</summary>
internal static class Operations
{
    /// <summary>The value below the conversions and parentheses that the compiler or the text puts around it.</summary>
    public static IOperation WithoutConversion(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>What a local holds, when it is only set where it is declared; else null.</summary>
    public static IOperation? OnlyValue(this ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? value = null;
        foreach (IOperation operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation other when SymbolEqualityComparer.Default.Equals(other.Local, reference.Local) && other.IsWritten():
                    return null;
            }
        }

        return value;
    }

    private static bool IsWritten(this ILocalReferenceOperation reference) => reference.Usage().Writes || reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };
}
