using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>All upcasters together: what leads where. Whatever does not lead from one event to others without doubt is left out.</summary>
internal sealed class UpcastGraph : IEquatable<UpcastGraph>
{
    private readonly EquatableArray<UpcasterModel> _upcasters;
    private readonly EquatableArray<string> _unusable;
    private readonly Dictionary<string, UpcasterModel> _bySource;
    private readonly ILookup<string, UpcasterModel> _byPart;

    /// <summary>Takes upcasters, and the events that cannot be used because something about them is declined.</summary>
    public UpcastGraph(IEnumerable<UpcasterModel> upcasters, IEnumerable<string> declined)
    {
        var unusable = new HashSet<string>(declined, StringComparer.Ordinal);
        List<UpcasterModel> all = [.. upcasters];
        Remove(all, unusable, upcaster => Events(upcaster).Any(unusable.Contains));
        var ambiguous = new HashSet<string>(all.GroupBy(upcaster => upcaster.Source, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);
        Remove(all, unusable, upcaster => ambiguous.Contains(upcaster.Source));
        ILookup<string, UpcasterModel> bySource = BySource(all);
        Remove(all, unusable, upcaster => LeadsBack(upcaster, bySource));
        _bySource = all.ToDictionary(upcaster => upcaster.Source, StringComparer.Ordinal);
        _byPart = all.SelectMany(upcaster => upcaster.Parts, (upcaster, part) => (upcaster, part.Type)).ToLookup(entry => entry.Type, entry => entry.upcaster, StringComparer.Ordinal);
        _upcasters = new(InOrder(all));
        _unusable = new(unusable.OrderBy(type => type, StringComparer.Ordinal));
    }

    /// <summary>Whether a chain of upcasters that starts with one of them leads back to its source.</summary>
    public static bool LeadsBack(UpcasterModel start, ILookup<string, UpcasterModel> bySource)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(start.Parts.Select(part => part.Type));
        while (open.Count > 0)
        {
            string type = open.Pop();
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (UpcastPartModel part in bySource[type].SelectMany(upcaster => upcaster.Parts))
            {
                open.Push(part.Type);
            }
        }

        return seen.Contains(start.Source);
    }

    /// <summary>Whether something is declined that decides what becomes of the event.</summary>
    public bool IsUnusable(string type) => _unusable.Contains(type, StringComparer.Ordinal);

    /// <summary>The upcaster that takes an event.</summary>
    public UpcasterModel? From(string type) => _bySource.TryGetValue(type, out UpcasterModel? upcaster) ? upcaster : null;

    /// <summary>The upcasters whose sources become one of the events, in order of names and versions.</summary>
    public IReadOnlyList<UpcasterModel> LeadingTo(IEnumerable<string> types)
    {
        var leading = new HashSet<UpcasterModel>();
        var open = new Stack<string>(types);
        while (open.Count > 0)
        {
            foreach (UpcasterModel upcaster in _byPart[open.Pop()].Where(leading.Add))
            {
                open.Push(upcaster.Source);
            }
        }

        return InOrder(leading);
    }

    /// <summary>Upcasters, and all that run behind them.</summary>
    public IReadOnlyList<UpcasterModel> Following(IEnumerable<UpcasterModel> upcasters)
    {
        var following = new HashSet<UpcasterModel>();
        var open = new Stack<UpcasterModel>(upcasters);
        while (open.Count > 0)
        {
            UpcasterModel upcaster = open.Pop();
            if (following.Add(upcaster))
            {
                foreach (UpcasterModel next in upcaster.Parts.Select(part => From(part.Type)).OfType<UpcasterModel>())
                {
                    open.Push(next);
                }
            }
        }

        return InOrder(following);
    }

    /// <summary>The same with upcasters of other assemblies.</summary>
    public UpcastGraph With(EquatableArray<UpcasterModel> others) => others.Count == 0 ? this : new(_upcasters.Concat(others), _unusable);

    public bool Equals(UpcastGraph? other) => other is not null && _upcasters.Equals(other._upcasters) && _unusable.Equals(other._unusable);

    public override bool Equals(object? obj) => Equals(obj as UpcastGraph);

    public override int GetHashCode() => _upcasters.GetHashCode();

    /// <summary>The upcasters by the events that they take.</summary>
    public static ILookup<string, UpcasterModel> BySource(IEnumerable<UpcasterModel> upcasters) => upcasters.ToLookup(upcaster => upcaster.Source, StringComparer.Ordinal);

    private static IReadOnlyList<UpcasterModel> InOrder(IEnumerable<UpcasterModel> upcasters) =>
    [
        .. upcasters
            .OrderBy(upcaster => upcaster.SourceName, StringComparer.Ordinal)
            .ThenBy(upcaster => upcaster.SourceVersion)
            .ThenBy(upcaster => upcaster.Source, StringComparer.Ordinal),
    ];

    private static void Remove(List<UpcasterModel> upcasters, HashSet<string> unusable, Predicate<UpcasterModel> isBad)
    {
        List<UpcasterModel> bad = upcasters.FindAll(isBad);
        upcasters.RemoveAll(bad.Contains);
        unusable.UnionWith(bad.SelectMany(Events));
    }

    private static IEnumerable<string> Events(UpcasterModel upcaster) => upcaster.Parts.Select(part => part.Type).Prepend(upcaster.Source);
}
