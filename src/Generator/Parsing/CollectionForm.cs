using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>How a collection type is written and made. <c>{0}</c> stands for its type arguments.</summary>
/// <param name="Schema">list, set or map.</param>
/// <param name="Create">Makes what the elements are put into; empty for an array.</param>
/// <param name="Finish">Turns the filled <c>items</c> into the collection.</param>
/// <param name="Source">What is enumerated.</param>
/// <param name="Count">The property that counts it.</param>
/// <param name="IsSorted">Whether entries are sorted after writing, since the collection has no order of its own.</param>
internal sealed record CollectionForm(
    string Schema,
    string Create = "",
    string Finish = "items",
    string Source = "value",
    string Count = "Count",
    bool IsSorted = false)
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";

    public static CollectionForm Array { get; } = new("list", Count: "Length");

    private static readonly Dictionary<string, CollectionForm> Forms = new(StringComparer.Ordinal)
    {
        [Generic + "List`1"] = Made("list", "List"),
        [Generic + "IList`1"] = Made("list", "List"),
        [Generic + "ICollection`1"] = Made("list", "List"),
        [Generic + "IReadOnlyList`1"] = new("list"),
        [Generic + "IReadOnlyCollection`1"] = new("list"),
        [Immutable + "ImmutableArray`1"] = new("list", Finish: "global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items)", Source: "value.AsSpan()", Count: "Length"),
        [Immutable + "ImmutableList`1"] = Built("list", "ImmutableList", isSorted: false),
        [Immutable + "IImmutableList`1"] = Built("list", "ImmutableList", isSorted: false),
        ["Daybook.AppendableList`1"] = new("list", Finish: "global::Daybook.AppendableList.TakeOver(items)", Source: "value.Span", Count: "Length"),
        [Generic + "HashSet`1"] = Made("set", "HashSet") with { IsSorted = true },
        [Generic + "ISet`1"] = Made("set", "HashSet") with { IsSorted = true },
        [Generic + "IReadOnlySet`1"] = Made("set", "HashSet") with { IsSorted = true },
        [Generic + "SortedSet`1"] = new("set", $"new global::{Generic}SortedSet<{{0}}>()"),
        [Immutable + "ImmutableHashSet`1"] = Built("set", "ImmutableHashSet", isSorted: true),
        [Immutable + "IImmutableSet`1"] = Built("set", "ImmutableHashSet", isSorted: true),
        [Immutable + "ImmutableSortedSet`1"] = Built("set", "ImmutableSortedSet", isSorted: false),
        ["System.Collections.Frozen.FrozenSet`1"] = Made("set", "HashSet") with { IsSorted = true, Finish = "global::System.Collections.Frozen.FrozenSet.ToFrozenSet(items)" },
        [Generic + "Dictionary`2"] = Made("map", "Dictionary"),
        [Generic + "IDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true },
        [Generic + "IReadOnlyDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true },
        [Generic + "SortedDictionary`2"] = new("map", $"new global::{Generic}SortedDictionary<{{0}}>()"),
        [Generic + "SortedList`2"] = Made("map", "SortedList"),
        [Immutable + "ImmutableDictionary`2"] = Built("map", "ImmutableDictionary", isSorted: true),
        [Immutable + "IImmutableDictionary`2"] = Built("map", "ImmutableDictionary", isSorted: true),
        [Immutable + "ImmutableSortedDictionary`2"] = Built("map", "ImmutableSortedDictionary", isSorted: false),
        ["System.Collections.Frozen.FrozenDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true, Finish = "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(items)" },
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = new("map", "new global::System.Collections.Concurrent.ConcurrentDictionary<{0}>()", IsSorted: true),
    };

    public static CollectionForm? Find(INamedTypeSymbol type) =>
        type.IsGenericType && type.ContainingType is null
        && Forms.TryGetValue($"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}", out CollectionForm? form) ? form : null;

    private static CollectionForm Made(string schema, string type) => new(schema, $"new global::{Generic}{type}<{{0}}>(count)");

    private static CollectionForm Built(string schema, string type, bool isSorted) =>
        new(schema, $"global::{Immutable}{type}.CreateBuilder<{{0}}>()", "items.ToImmutable()", IsSorted: isSorted);
}
