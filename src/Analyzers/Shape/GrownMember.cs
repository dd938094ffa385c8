using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Shape;

/// <summary>A member of a state, or of what a state holds, that a reducer sets anew.</summary>
/// <param name="Reducer">The reducer.</param>
/// <param name="Member">The member.</param>
internal sealed record GrownMember(IMethodSymbol Reducer, ISymbol Member)
{
    /// <summary>Whether a value is what the member was, or what stands in for it where it was null.</summary>
    public bool IsRead(IOperation? value) => value is not null && Growth.Bare(value) switch
    {
        ICoalesceOperation coalesce => IsRead(coalesce.Value),
        IMemberReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Member, Member) && IsOfState(reference.Instance),
        _ => false,
    };

    /// <summary>Whether a value is the member with more before or behind it, not yet copied.</summary>
    public bool IsExtended(IOperation value) =>
        Growth.Bare(value) is IInvocationOperation { TargetMethod: { Name: "Append" or "Prepend" or "Concat", ContainingType.Name: "Enumerable" } } call
        && call.Arguments.Any(argument => IsRead(argument.Value) || IsExtended(argument.Value));

    // What an event brings along does not grow with the number of events.
    private bool IsOfState(IOperation? instance) => instance switch
    {
        null => false,
        IMemberReferenceOperation reference => IsOfState(reference.Instance),
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter.Type, Reducer.ContainingType),
        IInstanceReferenceOperation or ILocalReferenceOperation => true,
        _ => false,
    };
}
