using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Daybook.Behaviour.Tests.Members;

/// <summary>Every collection.</summary>
[Event("members.collections")]
public partial record Collections
{
    public required int[] Array { get; init; }

    public required int[][] Jagged { get; init; }

    public required string?[]?[] Sparse { get; init; }

    public required List<Point> List { get; init; }

    public required IList<Point?> ListInterface { get; init; }

    public required ICollection<string> Collection { get; init; }

    public required IReadOnlyList<Node> ReadOnlyList { get; init; }

    public required IReadOnlyCollection<Colour> ReadOnlyCollection { get; init; }

    public ImmutableArray<int?> ImmutableArray { get; init; }

    public required ImmutableList<string?> ImmutableList { get; init; }

    public required IImmutableList<byte[]> ImmutableListInterface { get; init; }

    public AppendableList<Point> Appendable { get; init; }

    public required HashSet<string> HashSet { get; init; }

    public required ISet<int> SetInterface { get; init; }

    public required IReadOnlySet<int> ReadOnlySet { get; init; }

    public required SortedSet<int> SortedSet { get; init; }

    public required ImmutableHashSet<string> ImmutableHashSet { get; init; }

    public required IImmutableSet<string> ImmutableSetInterface { get; init; }

    public required ImmutableSortedSet<string> ImmutableSortedSet { get; init; }

    public required FrozenSet<int> FrozenSet { get; init; }

    public required Dictionary<string, List<int>> Dictionary { get; init; }

    public required IDictionary<string, string?> DictionaryInterface { get; init; }

    public required IReadOnlyDictionary<Guid, Point?> ReadOnlyDictionary { get; init; }

    public required SortedDictionary<string, int> SortedDictionary { get; init; }

    public required SortedList<string, int> SortedList { get; init; }

    public required ImmutableDictionary<Guid, Node> ImmutableDictionary { get; init; }

    public required IImmutableDictionary<string, decimal?> ImmutableDictionaryInterface { get; init; }

    public required ImmutableSortedDictionary<string, Dictionary<string, int>> ImmutableSortedDictionary { get; init; }

    public required FrozenDictionary<string, int> FrozenDictionary { get; init; }

    public required ConcurrentDictionary<string, int> ConcurrentDictionary { get; init; }

    public (int Number, string Text, (Point Point, int[] Values) Inner) Tuple { get; init; }
}
