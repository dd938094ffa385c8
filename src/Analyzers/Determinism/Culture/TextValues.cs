using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Says what the culture changes in the texts of values.</summary>
internal static class TextValues
{
    /// <summary>What it changes in the text of a value, or in those of a sequence's elements.</summary>
    public static Sensitivity Sensitivity(this IOperation value, string? format, BodyReader reader, bool isSequence = false)
    {
        value = value.WithoutBox();
        if (value.Type is not { } type)
        {
            return Culture.Sensitivity.None;
        }

        Sensitivity found = reader.Context.Texts.Of(isSequence ? type.ElementOrSelf() : type, format);
        return found == Culture.Sensitivity.Sign && value.IsNeverNegative() ? Culture.Sensitivity.None : found;
    }

    /// <summary>The value below what makes an object of it.</summary>
    public static IOperation WithoutBox(this IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null, Type: { IsReferenceType: true } or null or { TypeKind: TypeKind.TypeParameter }, Operand.Type: not null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The value without what the compiler puts around it.</summary>
    public static IOperation AsWritten(this IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, Operand.Type: not null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The format that an operation gives; null for none.</summary>
    public static string? ToFormat(this IOperation? value) => value switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: var constant } } => constant as string,
        IDefaultValueOperation => null,
        IConversionOperation conversion => conversion.Operand.ToFormat(),
        _ => FormatStrings.Unknown,
    };

    private static bool IsNeverNegative(this IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int number } } => number >= 0,
        { ConstantValue: { HasValue: true, Value: long number } } => number >= 0,
        IPropertyReferenceOperation { Property: { Name: "Count" or "Length" } property } => property.ContainingAssembly?.Name.StartsWith("System", StringComparison.Ordinal) ?? true,
        IInvocationOperation { TargetMethod: { Name: "Count" } method } => method.ContainingType.IsNamed("System.Linq", "Enumerable"),
        _ => false,
    };
}
