using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Finds lists that are sorted in place.</summary>
internal static class Sorting
{
    /// <summary>Whether somebody sorts the list that a local holds.</summary>
    public static bool IsSorted(this LocalUses locals, ILocalSymbol local) => locals.ReferencesTo(local).Any(IsSorted);

    private static bool IsSorted(IOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "Sort" } call => ReferenceEquals(call.Instance, reference),
        IConversionOperation conversion => IsSorted(conversion),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Sort", ContainingType.Name: "Array" or "MemoryExtensions" } } } argument => argument.Parameter?.Ordinal == 0,
        _ => false,
    };
}
