using System.Collections.Concurrent;

namespace Daybook.Tests.Determinism;

/// <summary>A member of each collection that can be changed and has a comparer, none of them the default one: copied each time.</summary>
[State("comparing")]
public partial record Comparing
{
    private static readonly StringComparer Any = StringComparer.OrdinalIgnoreCase;

    public Dictionary<string, int> Plain { get; init; } = new(Any);
    public HashSet<string> PlainSet { get; init; } = new(Any);
    public SortedSet<string> Sorted { get; init; } = new(Any);
    public SortedDictionary<string, int> SortedCounts { get; init; } = new(Any);
    public SortedList<string, int> SortedList { get; init; } = new(Any);
    public OrderedDictionary<string, int> Ordered { get; init; } = new(Any);
    public ConcurrentDictionary<string, int> Concurrent { get; init; } = new(Any);
    public PriorityQueue<string, int> Last { get; init; } = new(Comparer<int>.Create((left, right) => right - left));

    [Reducer]
    Comparing On(Came e) => this with
    {
        Plain = new(Plain, Plain.Comparer) { [e.Name] = 1 },
        PlainSet = new(PlainSet, PlainSet.Comparer) { e.Name },
        Sorted = new(Sorted, Sorted.Comparer) { e.Name },
        SortedCounts = new(SortedCounts, SortedCounts.Comparer) { [e.Name] = 1 },
        SortedList = new(SortedList, SortedList.Comparer) { [e.Name] = 1 },
        Ordered = new(Ordered, Ordered.Comparer) { [e.Name] = 1 },
        Concurrent = new(Concurrent, Concurrent.Comparer) { [e.Name] = 1 },
        Last = Pushed(e.Name),
    };

    private PriorityQueue<string, int> Pushed(string name)
    {
        var queue = new PriorityQueue<string, int>(Last.UnorderedItems, Last.Comparer);
        queue.Enqueue(name, queue.Count);
        return queue;
    }
}
