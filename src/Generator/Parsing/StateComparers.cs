using Daybook.Generator.Model;

namespace Daybook.Generator.Parsing;

/// <summary>Lets the collections of a state be read with the comparers that they have in the initial state, so that a snapshot goes on as the fold did.</summary>
internal static class StateComparers
{
    public static RecordModel Keep(RecordModel state, string initial)
    {
        var self = (RecordComposite)state.Composites[0];
        var compared = state.Composites.OfType<CollectionComposite>().Where(collection => collection.Comparer.Length > 0)
            .ToDictionary(collection => collection.Helper, collection => collection.Comparer, StringComparer.Ordinal);
        List<MemberModel> members = [.. self.Members.Select(member => member with { Comparer = ComparerOf(member) })];
        var taken = new HashSet<string>(members.Where(member => member.Comparer.Length > 0).Select(member => member.Value.Reader), StringComparer.Ordinal);
        return taken.Count == 0 ? state : state with
        {
            Composites = new([self with { Members = new(members), Initial = initial }, .. state.Composites.Skip(1).Select(Take)]),
        };

        string ComparerOf(MemberModel member) => member.Value.Kind == ValueKind.Composite && compared.TryGetValue(member.Value.Reader, out string? property) ? property : "";

        Composite Take(Composite composite) => composite is CollectionComposite collection && taken.Contains(collection.Helper) ? collection with { TakesComparer = true } : composite;
    }
}
