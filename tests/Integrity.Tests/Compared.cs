using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Daybook.Tests.Integrity;

[Event("compared.tagged")] public partial record Tagged(string Tag);

/// <summary>A member of each immutable collection that has a comparer, none of them the default one.</summary>
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
        Maybe = (Maybe ?? []).Add(e.Tag),
        First = Sorted.IsEmpty ? "" : Sorted.Min!,
        Text = $"{Set.Contains("TAG")} {Counts.ContainsKey("TAG")} {SortedCounts.ContainsKey("TAG")} {Text.Length}",
    };
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
