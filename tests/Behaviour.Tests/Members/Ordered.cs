using System.Collections.Immutable;

namespace Daybook.Behaviour.Tests.Members;

/// <summary>Every collection that sorts by a text, or by a tuple that holds one.</summary>
[Event("members.ordered")]
public partial record Ordered
{
    public SortedSet<string> Set { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Dictionary { get; init; } = new(StringComparer.Ordinal);

    public SortedList<string, int> List { get; init; } = new(StringComparer.Ordinal);

    public ImmutableSortedSet<string> ImmutableSet { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, int>? ImmutableDictionary { get; init; }

    public PriorityQueue<int, string> Queue { get; init; } = new(StringComparer.Ordinal);

    public SortedSet<string?>? WithNull { get; init; }

    public SortedSet<(string Text, int Number)>? Tuples { get; init; }

    public SortedSet<(int Number, (string First, string? Second)? Inner)>? Nested { get; init; }

    public ImmutableSortedSet<(string, int)?>? Nullables { get; init; }

    public ImmutableSortedSet<Tuple<string, Tuple<string?>?>>? Objects { get; init; }

    public SortedSet<(int, int, int, int, int, int, int, string)>? Long { get; init; }

    public List<ImmutableSortedSet<string>>? Inside { get; init; }
}
