using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>
/// How a collection type is written and made. <c>{0}</c> stands for its type arguments, <c>{1}</c> for what it compares keys with, <c>{2}</c> for the same behind
/// another argument; both are nothing where that is the default comparer.
/// </summary>
/// <param name="Schema">list, set or map.</param>
/// <param name="Create">Makes what the elements are put into; empty for an array.</param>
/// <param name="CreateType">The type of that.</param>
/// <param name="Finish">Turns the filled <c>items</c> into the collection.</param>
/// <param name="Source">What is enumerated.</param>
/// <param name="SourceType">The type of that, where it is neither the collection's own nor a span.</param>
/// <param name="Count">The property that counts it.</param>
/// <param name="IsSorted">Whether entries are sorted after writing, since the collection has no order of its own.</param>
/// <param name="TakesIndex">Whether elements are put at an index rather than added.</param>
/// <param name="IsReversed">Whether the first element is put in last.</param>
/// <param name="Comparer">The property that says what it compares keys with; empty where it has none.</param>
/// <param name="IsOrdered">Whether that puts keys in order rather than telling them apart.</param>
internal sealed record CollectionForm(
    string Schema,
    string Create = "",
    string CreateType = "",
    string Finish = "items",
    string Source = "value",
    string SourceType = "",
    string Count = "Count",
    bool IsSorted = false,
    bool TakesIndex = false,
    bool IsReversed = false,
    string Comparer = "",
    bool IsOrdered = false)
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Models = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Copy = "global::System.Linq.Enumerable.ToArray(value)";

    public static CollectionForm Array { get; } = new("list", Count: "Length");

    /// <summary>An array of tuples, from an element and its priority each.</summary>
    public static CollectionForm PriorityQueue { get; } = new("list", Finish: $"new global::{Generic}PriorityQueue<{{0}}>(items{{2}})", Source: "value.UnorderedItems", SourceType: $"global::{Generic}PriorityQueue<{{0}}>.UnorderedItemsCollection", Comparer: "Comparer", IsOrdered: true);

    public static CollectionForm BitArray { get; } = new("list", "new global::System.Collections.BitArray(count)", "global::System.Collections.BitArray", Count: "Length", TakesIndex: true);

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
        [Immutable + "ImmutableQueue`1"] = new("list", Finish: $"global::{Immutable}ImmutableQueue.CreateRange(items)", Source: Copy, Count: "Length"),
        [Immutable + "IImmutableQueue`1"] = new("list", Finish: $"global::{Immutable}ImmutableQueue.CreateRange(items)", Source: Copy, Count: "Length"),
        [Immutable + "ImmutableStack`1"] = new("list", Finish: $"global::{Immutable}ImmutableStack.CreateRange(items)", Source: Copy, Count: "Length", IsReversed: true),
        [Immutable + "IImmutableStack`1"] = new("list", Finish: $"global::{Immutable}ImmutableStack.CreateRange(items)", Source: Copy, Count: "Length", IsReversed: true),
        [Generic + "IEnumerable`1"] = new("list", Source: Copy, Count: "Length"),
        [Generic + "Queue`1"] = From(Generic + "Queue"),
        [Generic + "Stack`1"] = From(Generic + "Stack") with { IsReversed = true },
        [Generic + "LinkedList`1"] = From(Generic + "LinkedList"),
        [Models + "Collection`1"] = Made("list", "List") with { Finish = $"new global::{Models}Collection<{{0}}>(items)" },
        [Models + "ReadOnlyCollection`1"] = From(Models + "ReadOnlyCollection"),
        [Models + "ObservableCollection`1"] = From(Models + "ObservableCollection"),
        [Models + "ReadOnlyObservableCollection`1"] =
            new("list", Finish: $"new global::{Models}ReadOnlyObservableCollection<{{0}}>(new global::{Models}ObservableCollection<{{0}}>(items))"),
        [Concurrent + "ConcurrentQueue`1"] = From(Concurrent + "ConcurrentQueue") with { Source = "value.ToArray()", Count = "Length" },
        [Concurrent + "ConcurrentStack`1"] = From(Concurrent + "ConcurrentStack") with { Source = "value.ToArray()", Count = "Length", IsReversed = true },
        [Concurrent + "ConcurrentBag`1"] = From(Concurrent + "ConcurrentBag") with { Source = "value.ToArray()", Count = "Length", IsSorted = true },
        ["System.Memory`1"] = new("list", Source: "value.Span", Count: "Length"),
        ["System.ReadOnlyMemory`1"] = new("list", Source: "value.Span", Count: "Length"),
        ["System.ArraySegment`1"] = From("System.ArraySegment") with { Source = "global::System.MemoryExtensions.AsSpan(value)", Count = "Length" },
        ["System.Buffers.ReadOnlySequence`1"] =
            From("System.Buffers.ReadOnlySequence") with { Source = "global::System.Buffers.BuffersExtensions.ToArray(value)", Count = "Length" },
        ["Daybook.AppendableList`1"] = new("list", Finish: "global::Daybook.AppendableList.TakeOver(items)", Source: "value.Span", Count: "Length"),
        [Generic + "HashSet`1"] = Made("set", "HashSet") with { IsSorted = true, Comparer = "Comparer" },
        [Generic + "ISet`1"] = Made("set", "HashSet") with { IsSorted = true },
        [Generic + "IReadOnlySet`1"] = Made("set", "HashSet") with { IsSorted = true },
        [Generic + "SortedSet`1"] = Ordered("set", "SortedSet", "{1}"),
        [Immutable + "ImmutableHashSet`1"] = Built("set", "ImmutableHashSet", isSorted: true) with { Comparer = "KeyComparer" },
        [Immutable + "IImmutableSet`1"] = Built("set", "ImmutableHashSet", isSorted: true),
        [Immutable + "ImmutableSortedSet`1"] = Built("set", "ImmutableSortedSet", isSorted: false) with { Comparer = "KeyComparer", IsOrdered = true },
        ["System.Collections.Frozen.FrozenSet`1"] = Made("set", "HashSet") with { IsSorted = true, Finish = "global::System.Collections.Frozen.FrozenSet.ToFrozenSet(items{2})", Comparer = "Comparer" },
        [Models + "ReadOnlySet`1"] = Made("set", "HashSet") with { IsSorted = true, Finish = $"new global::{Models}ReadOnlySet<{{0}}>(items)" },
        [Generic + "Dictionary`2"] = Made("map", "Dictionary") with { Comparer = "Comparer" },
        [Generic + "IDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true },
        [Generic + "IReadOnlyDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true },
        [Generic + "SortedDictionary`2"] = Ordered("map", "SortedDictionary", "{1}"),
        [Generic + "SortedList`2"] = Ordered("map", "SortedList", "count{2}"),
        [Generic + "OrderedDictionary`2"] = Made("map", "OrderedDictionary") with { Comparer = "Comparer" },
        [Models + "ReadOnlyDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true, Finish = $"new global::{Models}ReadOnlyDictionary<{{0}}>(items)" },
        [Immutable + "ImmutableDictionary`2"] = Built("map", "ImmutableDictionary", isSorted: true) with { Comparer = "KeyComparer" },
        [Immutable + "IImmutableDictionary`2"] = Built("map", "ImmutableDictionary", isSorted: true),
        [Immutable + "ImmutableSortedDictionary`2"] = Built("map", "ImmutableSortedDictionary", isSorted: false) with { Comparer = "KeyComparer", IsOrdered = true },
        ["System.Collections.Frozen.FrozenDictionary`2"] = Made("map", "Dictionary") with { IsSorted = true, Finish = "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(items{2})", Comparer = "Comparer" },
        [Concurrent + "ConcurrentDictionary`2"] =
            new("map", $"new global::{Concurrent}ConcurrentDictionary<{{0}}>({{1}})", $"global::{Concurrent}ConcurrentDictionary<{{0}}>", IsSorted: true, Comparer: "Comparer"),
    };

    /// <summary>The types that it finds.</summary>
    public static IEnumerable<string> Names => Forms.Keys;

    public static CollectionForm? Find(INamedTypeSymbol type) =>
        type.IsGenericType && type.ContainingType is null && Forms.TryGetValue(type.ToMetadataName(), out CollectionForm? form) ? form : null;

    private static CollectionForm From(string type) => new("list", Finish: $"new global::{type}<{{0}}>(items)");

    private static CollectionForm Made(string schema, string type, string arguments = "count{2}") => new(schema, $"new global::{Generic}{type}<{{0}}>({arguments})", $"global::{Generic}{type}<{{0}}>");

    private static CollectionForm Ordered(string schema, string type, string arguments) => Made(schema, type, arguments) with { Comparer = "Comparer", IsOrdered = true };

    private static CollectionForm Built(string schema, string type, bool isSorted) =>
        new(schema, $"global::{Immutable}{type}.CreateBuilder<{{0}}>({{1}})", $"global::{Immutable}{type}<{{0}}>.Builder", "items.ToImmutable()", IsSorted: isSorted);
}
