using System.Globalization;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Time;

/// <summary>Says which points in time and zones are the same on every host, whatever its own zone is.</summary>
internal static class UtcValue
{
    private const int Utc = 1;

    /// <summary>Whether a <see cref="DateTime"/> has <see cref="DateTimeKind.Utc"/> for certain.</summary>
    public static bool IsUtc(IOperation? operation, LocalUses locals) => operation?.WithoutConversion() switch
    {
        IObjectCreationOperation { Constructor.ContainingType.SpecialType: SpecialType.System_DateTime } creation => HasUtcArgument(creation.Arguments),
        IInvocationOperation { TargetMethod: { Name: "SpecifyKind", ContainingType.SpecialType: SpecialType.System_DateTime } } call => HasUtcArgument(call.Arguments),
        IInvocationOperation { TargetMethod: { Name: "Parse" or "ParseExact", ContainingType.SpecialType: SpecialType.System_DateTime } } call => call.Arguments.Any(argument => argument.IsUniversal()),
        IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_DateTime, IsStatic: false } method } call =>
            method.Name is "ToUniversalTime" || (method.Name.StartsWith("Add", StringComparison.Ordinal) && IsUtc(call.Instance, locals)),
        IPropertyReferenceOperation { Property.Name: "UtcDateTime" or "UtcNow" } => true,
        IPropertyReferenceOperation { Property.Name: "Date", Instance: { } instance } => IsUtc(instance, locals),
        IFieldReferenceOperation { Field: { Name: "UnixEpoch", ContainingType.SpecialType: SpecialType.System_DateTime } } => true,
        IBinaryOperation { LeftOperand: { } left } => IsUtc(left, locals),
        ILocalReferenceOperation local => IsUtc(locals.ValueOf(local.Local), locals),
        _ => false,
    };

    /// <summary>Whether a zone's rules stand in the code.</summary>
    public static bool IsFixedZone(IOperation? operation, LocalUses locals) => operation?.WithoutConversion() switch
    {
        IPropertyReferenceOperation { Property: { Name: "Utc", ContainingType.Name: "TimeZoneInfo" } } => true,
        IInvocationOperation { TargetMethod: { Name: "CreateCustomTimeZone", ContainingType.Name: "TimeZoneInfo" } } => true,
        ILocalReferenceOperation local => IsFixedZone(locals.ValueOf(local.Local), locals),
        _ => false,
    };

    // A text without an offset counts as one in UTC, and one with another offset is converted.
    private static bool IsUniversal(this IArgumentOperation argument) => argument is { Parameter.Type.Name: nameof(DateTimeStyles), Value.ConstantValue: { HasValue: true, Value: int styles } }
        && ((DateTimeStyles)styles).HasFlag(DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static bool HasUtcArgument(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Any(argument => argument.Parameter?.Type.Name is nameof(DateTimeKind) && argument.Value.ConstantValue is { HasValue: true, Value: Utc });
}
