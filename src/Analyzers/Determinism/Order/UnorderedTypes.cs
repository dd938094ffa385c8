using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>The collections of the framework that promise no order.</summary>
internal static class UnorderedTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";
    private const string Concurrent = "System.Collections.Concurrent";
    private const string Frozen = "System.Collections.Frozen";
    private const string Weak = "System.Collections";

    private const string Hashed = "which follows hash codes that differ from process to process";
    private const string Loose = "which is not specified and differs once a snapshot was restored";
    private const string Built = "which is a detail of the runtime and of how it was built, so a restored snapshot may not have it";
    private const string Threaded = "which depends on threads and on the number of processors";

    private static readonly ImmutableDictionary<string, (string Namespace, string Reason, Elements Elements)> Table =
        new Dictionary<string, (string, string, Elements)>(StringComparer.Ordinal)
        {
            ["Dictionary"] = (Generic, Loose, Elements.Keyed),
            ["IDictionary"] = (Generic, Loose, Elements.Keyed),
            ["IReadOnlyDictionary"] = (Generic, Loose, Elements.Keyed),
            ["HashSet"] = (Generic, Loose, Elements.Unique),
            ["ISet"] = (Generic, Loose, Elements.Unique),
            ["IReadOnlySet"] = (Generic, Loose, Elements.Unique),
            ["ReadOnlyDictionary"] = ("System.Collections.ObjectModel", Loose, Elements.Keyed),
            ["ReadOnlySet"] = ("System.Collections.ObjectModel", Loose, Elements.Unique),
            ["UnorderedItemsCollection"] = (Generic, Loose, Elements.Any),
            ["ImmutableDictionary"] = (Immutable, Hashed, Elements.Keyed),
            ["IImmutableDictionary"] = (Immutable, Hashed, Elements.Keyed),
            ["ImmutableHashSet"] = (Immutable, Hashed, Elements.Unique),
            ["IImmutableSet"] = (Immutable, Hashed, Elements.Unique),
            ["ConcurrentDictionary"] = (Concurrent, Threaded, Elements.Keyed),
            ["ConcurrentBag"] = (Concurrent, Threaded, Elements.Any),
            ["FrozenDictionary"] = (Frozen, Built, Elements.Keyed),
            ["FrozenSet"] = (Frozen, Built, Elements.Unique),
            ["Hashtable"] = (Weak, Hashed, Elements.Keyed),
            ["HybridDictionary"] = ("System.Collections.Specialized", Hashed, Elements.Keyed),
            ["StringDictionary"] = ("System.Collections.Specialized", Hashed, Elements.Keyed),
        }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The elements of an object of a type, in the order it gives them; null when that order is one.</summary>
    public static Sequence? Of(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol { ConstraintTypes: var bounds })
        {
            return bounds.OfType<INamedTypeSymbol>().Select(Of).FirstOrDefault(found => found is not null);
        }

        for (ITypeSymbol? link = type; link is not null; link = link.BaseType)
        {
            if (link is INamedTypeSymbol named && OfDeclared(named) is { } found)
            {
                return found with { Source = type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes)) };
            }
        }

        return null;
    }

    /// <summary>Whether it makes no difference in which order an object of a type was filled: it has no order, or one of its own.</summary>
    public static bool IsKeyedOrSet(ITypeSymbol? type)
    {
        for (ITypeSymbol? link = type; link is not null; link = link.BaseType)
        {
            if (link is INamedTypeSymbol named && (IsSorted(named) || Row(named) is { Elements: not Elements.Any }))
            {
                return true;
            }
        }

        return false;
    }

    private static Sequence? OfDeclared(INamedTypeSymbol type) => (type.Name, type.ContainingType) switch
    {
        ("KeyCollection", { } outer) => OfDeclared(outer) is { } source ? source with { Elements = Elements.Unique } : null,
        ("ValueCollection", { } outer) => OfDeclared(outer) is { } source ? source with { Elements = Elements.Any } : null,
        ("Builder", { } outer) => OfDeclared(outer),
        _ => Row(type) is { } row ? new("", string.Equals(row.Reason, Hashed, StringComparison.Ordinal) && HasStableKeys(type) ? Built : row.Reason, row.Elements) : null,
    };

    private static (string Namespace, string Reason, Elements Elements)? Row(INamedTypeSymbol type) => type is { Name: "Builder", ContainingType: { } outer } ? Row(outer)
        : Table.TryGetValue(type.Name, out (string Namespace, string Reason, Elements Elements) row)
            && (type.ContainingNamespace?.ToDisplayString() is { } space && (string.Equals(space, row.Namespace, StringComparison.Ordinal) || (space is Weak && type.Name is "IDictionary"))) ? row : null;

    private static bool IsSorted(INamedTypeSymbol type) => type is { Name: "Builder", ContainingType: { } outer } ? IsSorted(outer)
        : type.Name is "SortedDictionary" or "SortedSet" or "SortedList" or "ImmutableSortedDictionary" or "ImmutableSortedSet" && type.IsInSystem();

    /// <summary>Whether hash codes of the keys are the same in every process.</summary>
    private static bool HasStableKeys(INamedTypeSymbol type) =>
        type.TypeArguments.FirstOrDefault() is { } key && key.SpecialType != SpecialType.System_String && key.IsSimple();
}
