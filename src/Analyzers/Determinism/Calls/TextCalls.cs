using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>What turns values into text where no call says so.</summary>
internal static class TextCalls
{
    /// <summary>What a hole in an interpolated text calls: formatters ask the value to write itself first.</summary>
    public static IEnumerable<ImplicitCall> OfFormatted(IOperation operand)
    {
        IOperation value = operand.WithoutConversion();
        IMethodSymbol? written = value.Type.IsOwn(value) ? value.Type!.FindContract("ISpanFormattable", "TryFormat") ?? value.Type!.FindContract("IFormattable", nameof(ToString)) : null;
        return written is null ? OfPlain(operand) : [ImplicitCall.On(value.Type!, written, value)];
    }

    /// <summary>What joining texts calls.</summary>
    public static IEnumerable<ImplicitCall> OfPlain(IOperation operand)
    {
        IOperation value = operand.WithoutConversion();
        return value.Type.IsOwn(value) && value.Type!.FindMember(nameof(ToString)) is { } method && method.ContainingType.IsOwn(value)
            ? [ImplicitCall.On(value.Type!, method, value)]
            : [];
    }

    /// <summary>What formatting calls on objects that are passed as such.</summary>
    public static IEnumerable<ImplicitCall> OfArgument(IConversionOperation conversion)
    {
        if (conversion.Operand.Type is not { } type || !type.IsOwn(conversion))
        {
            return [];
        }

        IOperation? outer = conversion.Parent;
        while (outer is IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            outer = outer.Parent;
        }

        return outer is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { } caller } } && (caller.SpecialType == SpecialType.System_String || caller is { Name: "StringBuilder", ContainingNamespace.Name: "Text" })
            ? OfFormatted(conversion.Operand)
            : [];
    }
}
