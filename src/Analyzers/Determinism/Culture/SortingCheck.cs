using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Finds what is sorted by texts, or by what contains texts, without a comparer: the order is that of the current culture.</summary>
internal sealed class SortingCheck : IOperationCheck
{
    private const string Reason = "sorts texts as the current culture orders them";

    public ImmutableArray<OperationKind> Kinds { get; } = [.. MemberUse.Kinds, OperationKind.FieldReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true, ContainingType: var sorted } } empty && IsSorted(sorted, "System.Collections.Immutable"))
        {
            // Whoever gives the empty collection a comparer has one.
            if (!(operation.Parent is IInvocationOperation { TargetMethod.Name: "WithComparer" or "WithComparers" } call && call.Arguments.Given(Cultures.IsComparer) is not null))
            {
                Add(operation, empty.Field, sorted.TypeArguments[0], reader);
            }
        }
        else if (MemberUse.Of(operation) is { } use && !reader.Context.IsSource(use.Method) && KeyOf(use) is { } key && !use.Passes(Cultures.IsComparer))
        {
            Add(operation, use.Method, key, reader);
        }
    }

    private static void Add(IOperation operation, ISymbol member, ITypeSymbol key, BodyReader reader)
    {
        reader.AddCulture(operation, member, reader.Context.Keys.Of(key), Reason, "StringComparer.Ordinal");
        reader.Enter(reader.Context.Keys.ComparisonOf(key), receiver: null, operation);
    }

    /// <summary>The type of what a member sorts by; null when it does not sort.</summary>
    private static ITypeSymbol? KeyOf(MemberUse use)
    {
        IMethodSymbol method = use.Method;
        INamedTypeSymbol type = method.ContainingType;
        return method.Name switch
        {
            ".ctor" when IsSorted(type, "System.Collections.Generic") => type.TypeArguments[0],
            ".ctor" when type.IsNamed("System.Collections.Generic", "PriorityQueue") => type.TypeArguments.LastOrDefault(),
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "MinBy" or "MaxBy" when IsEnumerable(type) => method.TypeArguments.LastOrDefault(),
            "Order" or "OrderDescending" when IsEnumerable(type) => method.TypeArguments.LastOrDefault(),
            "Min" or "Max" when IsEnumerable(type) => method.ReturnType,
            "Sort" or "BinarySearch" when type.IsNamed("System", "Array") || type.IsNamed("System", "MemoryExtensions") || type.IsNamed("System.Collections.Immutable", "ImmutableArray") && method.IsGenericMethod =>
                method.TypeArguments.FirstOrDefault() ?? ElementOf(use),
            "Sort" or "BinarySearch" when IsList(type) => Outer(type).TypeArguments[0],
            "Create" or "CreateRange" or "CreateBuilder" or "ToImmutableSortedSet" or "ToImmutableSortedDictionary" when method.ReturnType is INamedTypeSymbol result && IsSorted(Outer(result), "System.Collections.Immutable") =>
                Outer(result).TypeArguments[0],
            _ => null,
        };
    }

    // Array.Sort(Array) sorts whatever the array holds.
    private static ITypeSymbol? ElementOf(MemberUse use) => (use.Argument("array") ?? use.Argument("keys"))?.WithoutBox().Type is IArrayTypeSymbol { ElementType: var element } ? element : use.Method.ContainingType;

    private static INamedTypeSymbol Outer(INamedTypeSymbol type) => type.ContainingType ?? type;

    private static bool IsEnumerable(INamedTypeSymbol type) => type.IsNamed("System.Linq", "Enumerable");

    private static bool IsSorted(INamedTypeSymbol type, string space) => !type.TypeArguments.IsEmpty
        && (type.Name is "SortedSet" or "SortedDictionary" or "SortedList" or "ImmutableSortedSet" or "ImmutableSortedDictionary") && type.IsNamed(space, type.Name);

    private static bool IsList(INamedTypeSymbol type) => Outer(type) is { TypeArguments.Length: 1, Name: "List" or "ImmutableList" or "ImmutableArray" } list
        && (list.IsNamed("System.Collections.Generic", list.Name) || list.IsNamed("System.Collections.Immutable", list.Name));
}
