using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Finds values that become text in the way of the current culture, in interpolated strings and concatenations.</summary>
internal sealed class InterpolationCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Interpolation, OperationKind.InterpolatedStringAppendFormatted, OperationKind.InterpolatedStringAppendLiteral,
        OperationKind.InterpolatedStringAppendInvalid, OperationKind.Binary, OperationKind.CompoundAssignment,
    ];

    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IInterpolationOperation { Parent: { } text } hole when !IsFormattable(text.Parent):
                Add(hole.Expression, hole.FormatString.ToFormat(), reader);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendFormatted" } call } when call.Arguments.Length > 0 && HasCurrentCulture(operation, reader):
                Add(call.Arguments[0].Value, call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "format")?.Value.ToFormat(), reader);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum:
                Add(sum.LeftOperand, format: null, reader);
                Add(sum.RightOperand, format: null, reader);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum:
                Add(sum.Value, format: null, reader);
                break;
        }
    }

    private static void Add(IOperation operand, string? format, BodyReader reader)
    {
        IOperation value = operand.WithoutBox();
        Sensitivity found = value.Type is { } type ? reader.Context.Texts.Of(type, format) : Sensitivity.None;
        if (found != Sensitivity.None && !(found == Sensitivity.Sign && value.Sensitivity(format, reader) == Sensitivity.None)
            && (TextOf(value.Type!) is not { } method || !reader.IsKnown(method, NonDeterminism.Culture)))
        {
            reader.AddText(operand.AsWritten(), $"{value.Type!.ToApi()}.ToString", id: null, found);
        }
    }

    /// <summary>What the database may know of the type's text.</summary>
    private static IMethodSymbol? TextOf(ITypeSymbol type) => type.WithoutNullable().GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty);

    // Whoever gets such a string gives the culture.
    private static bool IsFormattable(IOperation? target) => target is IConversionOperation { Type: { } type } && (type.IsNamed("System", "FormattableString") || type.IsNamed("System", "IFormattable"));

    /// <summary>Whether a part goes to one of the framework's builders of text, and nobody gives a culture.</summary>
    private static bool HasCurrentCulture(IOperation part, BodyReader reader)
    {
        IOperation? outer = part;
        while (outer is not null and not IInterpolatedStringHandlerCreationOperation)
        {
            outer = outer.Parent;
        }

        if (outer is not IInterpolatedStringHandlerCreationOperation { Type: { } handler } || reader.Context.IsSource(handler)
            || handler.Name is not ("DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler" or "TryWriteInterpolatedStringHandler"))
        {
            return false;
        }

        while (outer is not null and not IInvocationOperation)
        {
            outer = outer.Parent is IArgumentOperation or IConversionOperation or IInvocationOperation ? outer.Parent : null;
        }

        return outer is not IInvocationOperation call || call.Arguments.Given(Cultures.IsProvider) is null;
    }
}
