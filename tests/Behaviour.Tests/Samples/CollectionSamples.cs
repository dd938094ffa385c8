using System.Collections.Frozen;
using System.Collections.Immutable;
using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class CollectionSamples
{
    private static readonly Node Root = new("root") { Children = [new("leaf", new("next"))] };

    public static Collections Usual { get; } = new()
    {
        Array = [1, 2],
        Jagged = [[1], []],
        Sparse = [null, ["a", null]],
        List = [new(1, 2)],
        ListInterface = [null, new(3, 4)],
        Collection = ["c"],
        ReadOnlyList = [Root],
        ReadOnlyCollection = [Colour.Red],
        ImmutableArray = [null, 1],
        ImmutableList = ["x", null],
        ImmutableListInterface = ImmutableList.Create<byte[]>([1], []),
        Appendable = [new(5, 6)],
        HashSet = ["b", "a"],
        SetInterface = new HashSet<int> { 7, -1 },
        ReadOnlySet = new HashSet<int> { 3, 1 },
        SortedSet = [2, 1],
        ImmutableHashSet = ["q", "p"],
        ImmutableSetInterface = ImmutableHashSet.Create("s", "r"),
        ImmutableSortedSet = ["q", "p"],
        FrozenSet = new[] { 4, 2 }.ToFrozenSet(),
        Dictionary = new() { ["k"] = [1, 2] },
        DictionaryInterface = new Dictionary<string, string?> { ["two"] = null, ["one"] = "1" },
        ReadOnlyDictionary = new Dictionary<Guid, Point?> { [Guid.Empty] = null },
        SortedDictionary = new() { ["s"] = 1 },
        SortedList = new() { ["s"] = 1 },
        ImmutableDictionary = ImmutableDictionary<Guid, Node>.Empty.Add(Guid.Empty, Root),
        ImmutableDictionaryInterface = ImmutableDictionary<string, decimal?>.Empty.Add("d", 1.0m).Add("n", null),
        ImmutableSortedDictionary = ImmutableSortedDictionary<string, Dictionary<string, int>>.Empty.Add("a", new() { ["b"] = 2 }),
        FrozenDictionary = new Dictionary<string, int> { ["f"] = 1 }.ToFrozenDictionary(),
        ConcurrentDictionary = new(new Dictionary<string, int> { ["c"] = 1 }),
        Tuple = (1, "t", (new(7, 8), [9])),
    };

    private static readonly Collections Empty = new()
    {
        Array = [],
        Jagged = [],
        Sparse = [],
        List = [],
        ListInterface = [],
        Collection = [],
        ReadOnlyList = [],
        ReadOnlyCollection = [],
        ImmutableArray = [],
        ImmutableList = [],
        ImmutableListInterface = [],
        Appendable = [],
        HashSet = [],
        SetInterface = new HashSet<int>(),
        ReadOnlySet = new HashSet<int>(),
        SortedSet = [],
        ImmutableHashSet = [],
        ImmutableSetInterface = ImmutableHashSet<string>.Empty,
        ImmutableSortedSet = [],
        FrozenSet = FrozenSet<int>.Empty,
        Dictionary = new(),
        DictionaryInterface = new Dictionary<string, string?>(),
        ReadOnlyDictionary = new Dictionary<Guid, Point?>(),
        SortedDictionary = new(),
        SortedList = new(),
        ImmutableDictionary = ImmutableDictionary<Guid, Node>.Empty,
        ImmutableDictionaryInterface = ImmutableDictionary<string, decimal?>.Empty,
        ImmutableSortedDictionary = ImmutableSortedDictionary<string, Dictionary<string, int>>.Empty,
        FrozenDictionary = FrozenDictionary<string, int>.Empty,
        ConcurrentDictionary = new(),
        Tuple = (0, "", (default, [])),
    };

    public static (string Label, Collections Value)[] All =>
    [
        ("usual", Usual),
        ("empty", Empty),
        ("large", Usual with
        {
            Array = [.. Enumerable.Range(-35_000, 70_000)],
            Jagged = [.. Enumerable.Range(0, 300).Select(count => new int[count])],
            HashSet = [.. Enumerable.Range(0, 70_000).Select(number => $"word {number}")],
            Dictionary = Enumerable.Range(0, 70_000).ToDictionary(number => $"key {number}", number => new List<int> { number }),
        }),
    ];
}
