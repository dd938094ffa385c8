using System.Collections.Immutable;
using System.Globalization;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Time;

/// <summary>
/// Finds times that are read from text where the host fills in what the text leaves open: today's date for a time of day, this year for a day, the
/// host's zone for a missing one, and conversion to it for a given one.
/// </summary>
internal sealed class TimeParsingCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "Parse" or "TryParse" or "ParseExact" or "TryParseExact", IsStatic: true } method } call
            || method.ContainingType.Name is not (nameof(DateTime) or nameof(DateTimeOffset) or "DateOnly") || method.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        {
            return;
        }

        DateTimeStyles styles = StylesOf(call);
        bool hasFormat = method.Name.EndsWith("Exact", StringComparison.Ordinal);
        string? format = hasFormat ? FormatOf(call) : null;
        if (!styles.HasFlag(DateTimeStyles.NoCurrentDateDefault) && !(hasFormat && (format is null || NamesDate(format))))
        {
            reader.Add(operation, method, NonDeterminism.Clock, EffectSeverity.Warning, "takes what the text leaves out from today", "ParseExact with a format that names the year");
        }
        else if (!IsFixed(method.ContainingType.Name, styles, format))
        {
            reader.Add(operation, method, NonDeterminism.TimeZone, EffectSeverity.Warning, "reads a text without an offset in the host's time zone", "DateTimeStyles.AssumeUniversal and AdjustToUniversal");
        }
    }

    private static bool IsFixed(string type, DateTimeStyles styles, string? format)
    {
        if (type is "DateOnly")
        {
            return true;
        }

        if (type is nameof(DateTimeOffset))
        {
            return styles.HasFlag(DateTimeStyles.AssumeUniversal) || (format is not null && NamesOffset(format));
        }

        return (styles.HasFlag(DateTimeStyles.AdjustToUniversal) && !styles.HasFlag(DateTimeStyles.AssumeLocal)) || (styles.HasFlag(DateTimeStyles.RoundtripKind) && format is not null)
            || (format is not null && !NamesOffset(format) && !styles.HasFlag(DateTimeStyles.AssumeLocal));
    }

    // Standard formats are one letter: those of a time alone leave the date to the host, those of a day in a month the year.
    private static bool NamesDate(string format) => format.Length == 1 ? format is not ("t" or "T" or "m" or "M") : format.IndexOf('y') >= 0;

    private static bool NamesOffset(string format) => format is "o" or "O" or "r" or "R" or "u" || (format.Length > 1 && (format.IndexOf('z') >= 0 || format.IndexOf('K') >= 0));

    private static DateTimeStyles StylesOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name is nameof(DateTimeStyles))?.Value.ConstantValue is { HasValue: true, Value: int value } ? (DateTimeStyles)value : DateTimeStyles.None;

    private static string? FormatOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "format")?.Value.WithoutConversion().ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
