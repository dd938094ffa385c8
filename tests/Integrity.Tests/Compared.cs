using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Daybook.Tests.Integrity;

[Event("compared.tagged")] public partial record Tagged(string Tag);

/// <summary>A member of each collection that has a comparer, none of them the default one. The state depends on all of them.</summary>
[State("compared")]
public partial record Compared
{
    private static readonly StringComparer Any = StringComparer.OrdinalIgnoreCase;

    public ImmutableDictionary<string, int> Counts { get; init; } = ImmutableDictionary.Create<string, int>(Any);
    public ImmutableHashSet<string> Set { get; init; } = ImmutableHashSet.Create<string>(Any);
    public ImmutableSortedSet<string> Sorted { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    public ImmutableSortedDictionary<string, int> SortedCounts { get; init; } = ImmutableSortedDictionary.Create<string, int>(Any);
    public FrozenSet<string> FrozenSet { get; init; } = new[] { "-" }.ToFrozenSet(Any);
    public FrozenDictionary<string, int> Frozen { get; init; } = new Dictionary<string, int> { ["-"] = 0 }.ToFrozenDictionary(Any);
#pragma warning disable DAY1215 // The reducer copies them all.
    public Dictionary<string, int> Plain { get; init; } = new(Any);
    public HashSet<string> PlainSet { get; init; } = new(Any);
    public SortedSet<string> PlainSorted { get; init; } = new(Any);
    public SortedDictionary<string, int> PlainCounts { get; init; } = new(Any);
    public SortedList<string, int> PlainList { get; init; } = new(Any);
    public OrderedDictionary<string, int> Ordered { get; init; } = new(Any);
    public ConcurrentDictionary<string, int> Concurrent { get; init; } = new(Any);
    public PriorityQueue<string, int> Last { get; init; } = new(Comparer<int>.Create((left, right) => right - left));
#pragma warning restore DAY1215
    public ImmutableHashSet<string>? Maybe { get; init; }
    public string First { get; init; } = "";
    public string Text { get; init; } = "";

    [Reducer]
    Compared On(Tagged e) => this with
    {
        Counts = Counts.SetItem(e.Tag, Counts.GetValueOrDefault(e.Tag) + 1),
        Set = Set.Add(e.Tag),
        Sorted = Sorted.Add(e.Tag),
        SortedCounts = SortedCounts.SetItem(e.Tag, SortedCounts.GetValueOrDefault(e.Tag) + 1),
        FrozenSet = FrozenSet.Append(e.Tag).ToFrozenSet(FrozenSet.Comparer),
        Frozen = Frozen.Append(new(e.Tag, 1)).ToFrozenDictionary(Frozen.Comparer),
        Plain = new(Plain, Plain.Comparer) { [e.Tag] = 1 },
        PlainSet = new(PlainSet, PlainSet.Comparer) { e.Tag },
        PlainSorted = new(PlainSorted, PlainSorted.Comparer) { e.Tag },
        PlainCounts = new(PlainCounts, PlainCounts.Comparer) { [e.Tag] = 1 },
        PlainList = new(PlainList, PlainList.Comparer) { [e.Tag] = 1 },
        Ordered = new(Ordered, Ordered.Comparer) { [e.Tag] = 1 },
        Concurrent = new(Concurrent, Concurrent.Comparer) { [e.Tag] = 1 },
        Last = Pushed(e.Tag),
        Maybe = (Maybe ?? []).Add(e.Tag),
        First = Sorted.IsEmpty ? "" : Sorted.Min!,
        Text = $"{Set.Contains("TAG")} {Counts.ContainsKey("TAG")} {SortedCounts.ContainsKey("TAG")} {Text.Length}",
    };

    [Deterministic("No two priorities are the same.")]
    private PriorityQueue<string, int> Pushed(string tag)
    {
        var queue = new PriorityQueue<string, int>(Last.UnorderedItems, Last.Comparer);
        queue.Enqueue(tag, queue.Count);
        return queue;
    }
}

/// <summary>Reaches itself.</summary>
[State("compared.tree")]
public readonly partial record struct Tree(ImmutableDictionary<string, Tree>? Children, Inner? Inner, IReadOnlySet<string>? Names, ImmutableSortedSet<string>? Missing)
{
    public static Tree Initial { get; } = new(
        ImmutableDictionary.Create<string, Tree>(StringComparer.OrdinalIgnoreCase),
        new(ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase)),
        new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        Missing: null);

    [Reducer]
    Tree On(Tagged e) => this with
    {
        Children = Children!.SetItem(e.Tag, Initial),
        Inner = new(Inner!.Names.Add(e.Tag)),
        Missing = ImmutableSortedSet.Create(StringComparer.OrdinalIgnoreCase, e.Tag),
    };
}

public sealed record Inner(ImmutableSortedSet<string> Names);
