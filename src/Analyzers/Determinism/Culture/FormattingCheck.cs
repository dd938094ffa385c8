using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Finds values that become text in the way of the current culture, by calls.</summary>
internal sealed class FormattingCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds => MemberUse.Kinds;

    public void Check(IOperation operation, BodyReader reader)
    {
        if (MemberUse.Of(operation) is { Method: { MethodKind: not MethodKind.Constructor } method } use)
        {
            Sensitivity found = method.Name switch
            {
                "ToString" or "TryFormat" when use.Instance is { } value => OfValue(use, value, reader),
                "ToString" when method.ContainingType.IsNamed("System", "Convert") => OfArguments(use, reader),
                "ToShortDateString" or "ToLongDateString" or "ToShortTimeString" or "ToLongTimeString" or "GetDateTimeFormats" when method.ContainingType.IsNamed("System", method.ContainingType.Name) => Sensitivity.Full,
                "Format" or "Concat" or "Join" when method.ContainingType.SpecialType == SpecialType.System_String => OfArguments(use, reader),
                "Append" or "AppendFormat" or "AppendJoin" or "Insert" when method.ContainingType.IsNamed("System.Text", "StringBuilder") => OfArguments(use, reader),
                _ => Sensitivity.None,
            };
            if (found != Sensitivity.None && !use.Passes(Cultures.IsProvider) && !reader.IsKnown(method, NonDeterminism.Culture))
            {
                reader.AddText(operation, ApiOf(use), method.OriginalDefinition.GetDocumentationCommentId(), found);
            }
        }
    }

    // What a record or an enumeration does not declare is called after the value, not after the base class.
    private static string ApiOf(MemberUse use) => use.Instance is { } instance && use.Method.Name is "ToString" or "TryFormat" && instance.WithoutBox().Type is { } type ? $"{type.ToApi()}.{use.Method.Name}" : use.Method.ToApi();

    private static Sensitivity OfValue(MemberUse use, IOperation value, BodyReader reader)
    {
        IMethodSymbol method = use.Method;
        if (reader.Context.IsSource(method) && !method.IsImplicitlyDeclared)
        {
            return Sensitivity.None;
        }

        // The text of an object itself is its type's name.
        return !use.IsVirtual && value is IInstanceReferenceOperation && method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            ? Sensitivity.None
            : value.Sensitivity(FormatOf(use), reader);
    }

    private static string? FormatOf(MemberUse use) => use.Method.Parameters.Any(parameter => string.Equals(parameter.Name, "format", StringComparison.Ordinal)) ? use.Argument("format").ToFormat() : null;

    private static Sensitivity OfArguments(MemberUse use, BodyReader reader)
    {
        if (use.Argument("toBase") is not null)
        {
            return Sensitivity.None;
        }

        if (use.Arguments is not { } arguments)
        {
            return use.Method.Parameters.Where(IsValue).Select(parameter => reader.Context.Texts.Of(parameter.Type.ElementOrSelf())).DefaultIfEmpty().Max();
        }

        List<(IOperation Value, bool IsSequence)> values = [.. arguments.Where(argument => argument.Parameter is { } parameter && IsValue(parameter)).SelectMany(ValuesOf)];
        if (use.Argument("format") is not { } format)
        {
            return values.Select(value => value.Value.Sensitivity(format: null, reader, value.IsSequence)).DefaultIfEmpty().Max();
        }

        if (format.ConstantValue is not { HasValue: true, Value: string text })
        {
            return values.Select(value => value.Value.Sensitivity(FormatStrings.Unknown, reader, value.IsSequence)).DefaultIfEmpty().Max();
        }

        // One sequence may hold all values.
        return CompositeFormats.Read(text).Select(item => values.Count == 1 && values[0].IsSequence ? (Index: 0, item.Format) : item).Where(item => item.Index < values.Count)
            .Select(item => values[item.Index].Value.Sensitivity(item.Format, reader, values[item.Index].IsSequence)).DefaultIfEmpty().Max();
    }

    private static bool IsValue(IParameterSymbol parameter) => parameter.Name is not ("format" or "provider" or "separator" or "index" or "startIndex" or "count" or "repeatCount" or "charCount" or "valueCount");

    /// <summary>The values of an argument: of a list that is written there each of them.</summary>
    private static IEnumerable<(IOperation Value, bool IsSequence)> ValuesOf(IArgumentOperation argument) => argument.Value.WithoutConversion() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Select(value => (value, false)),
        ICollectionExpressionOperation collection => collection.Elements.Select(value => value is ISpreadOperation spread ? (spread.Operand, true) : (value, false)),
        _ => [(argument.Value, argument.Parameter!.Type.SpecialType != SpecialType.System_Object)],
    };
}
