using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Says which accessors the place of a reference calls.</summary>
internal static class PropertyUsage
{
    public static (bool Reads, bool Writes) Usage(this IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference) => (assignment.IsRef, true),
        ICompoundAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference) => (true, true),
        ICoalesceAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference) => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        IMemberInitializerOperation => (true, false),
        ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple when ReferenceEquals(assignment.Target, tuple) => (false, true),
        ITupleOperation tuple => tuple.Usage() is { Writes: true } ? (false, true) : (true, false),
        _ => (true, false),
    };
}
