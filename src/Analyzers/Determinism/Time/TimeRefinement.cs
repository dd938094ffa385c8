using Daybook.Analyzers.Determinism.Database;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Time;

/// <summary>Lets through what the database warns of because of the host's zone, where the values show that the zone does not count.</summary>
internal static class TimeRefinement
{
    public static bool IsHarmless(DatabaseRow row, ISymbol member, IOperation operation, LocalUses locals)
    {
        if (row.Kind != NonDeterminism.TimeZone)
        {
            return false;
        }

        return member.ContainingType?.Name switch
        {
            nameof(DateTime) => operation is IInvocationOperation { Instance: { } instance } && UtcValue.IsUtc(instance, locals),
            nameof(DateTimeOffset) => UtcValue.IsUtc(ConvertedBy(operation), locals),
            nameof(TimeZoneInfo) => operation switch
            {
                IInvocationOperation { Instance: { } zone } => UtcValue.IsFixedZone(zone, locals),
                IInvocationOperation call => AreFixed(call.Arguments, locals),
                IMemberReferenceOperation { Instance: { } zone } => UtcValue.IsFixedZone(zone, locals),
                IMemberReferenceOperation { Member.Name: nameof(TimeZoneInfo.Utc) } => true,
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>What a constructor or an implicit conversion makes a <see cref="DateTimeOffset"/> of.</summary>
    private static IOperation? ConvertedBy(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value,
        { Type.SpecialType: SpecialType.System_DateTime } => operation,
        _ => null,
    };

    private static bool AreFixed(IReadOnlyCollection<IArgumentOperation> arguments, LocalUses locals)
    {
        List<IArgumentOperation> zones = [.. arguments.Where(argument => argument.Parameter?.Type.Name is nameof(TimeZoneInfo))];
        bool isInstant = arguments.Any(argument => argument.Parameter?.Type.Name is nameof(DateTimeOffset)) || UtcValue.IsUtc(arguments.FirstOrDefault()?.Value, locals) || zones.Count > 1;
        return zones.Count > 0 && isInstant && zones.TrueForAll(zone => UtcValue.IsFixedZone(zone.Value, locals));
    }
}
