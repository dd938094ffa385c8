using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Shape;

/// <summary>A collection that can be changed in place.</summary>
/// <param name="Type">The collection: a member's type, or what stands in it as a type argument.</param>
/// <param name="ForStates">What states hold instead, by metadata names without their number of type arguments.</param>
/// <param name="ForEvents">What events hold instead.</param>
internal sealed record MutableType(ITypeSymbol Type, string ForStates, string ForEvents)
{
    private const string Generic = "System.Collections.Generic.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Models = "System.Collections.ObjectModel.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Lists = $"Daybook.AppendableList;{Immutable}ImmutableList";

    private static readonly Dictionary<string, (string ForStates, string ForEvents)> Known = new(StringComparer.Ordinal)
    {
        [Generic + "List`1"] = (Lists, Immutable + "ImmutableArray"),
        [Generic + "IList`1"] = (Lists, Immutable + "ImmutableArray"),
        [Generic + "ICollection`1"] = (Lists, Immutable + "ImmutableArray"),
        [Generic + "LinkedList`1"] = (Lists, Immutable + "ImmutableArray"),
        [Models + "Collection`1"] = (Lists, Immutable + "ImmutableArray"),
        [Models + "ObservableCollection`1"] = (Lists, Immutable + "ImmutableArray"),
        [Concurrent + "ConcurrentBag`1"] = (Lists, Immutable + "ImmutableArray"),
        [Generic + "Queue`1"] = Same("ImmutableQueue"),
        [Concurrent + "ConcurrentQueue`1"] = Same("ImmutableQueue"),
        [Generic + "Stack`1"] = Same("ImmutableStack"),
        [Concurrent + "ConcurrentStack`1"] = Same("ImmutableStack"),
        [Generic + "HashSet`1"] = Same("ImmutableHashSet"),
        [Generic + "ISet`1"] = Same("ImmutableHashSet"),
        [Generic + "SortedSet`1"] = Same("ImmutableSortedSet"),
        [Generic + "Dictionary`2"] = Same("ImmutableDictionary"),
        [Generic + "IDictionary`2"] = Same("ImmutableDictionary"),
        [Concurrent + "ConcurrentDictionary`2"] = Same("ImmutableDictionary"),
        [Generic + "SortedDictionary`2"] = Same("ImmutableSortedDictionary"),
        [Generic + "SortedList`2"] = Same("ImmutableSortedDictionary"),
        [Generic + "OrderedDictionary`2"] = ("", ""),
        [Generic + "PriorityQueue`2"] = ("", ""),
        ["System.Collections.BitArray"] = ("", ""),
        ["System.Text.StringBuilder"] = ("Daybook.AppendableText", ""),
    };

    /// <summary>Whether it is an array, which is a part of many types that nobody means to change.</summary>
    public bool IsArray => Type is IArrayTypeSymbol;

    /// <summary>The collection that a member's type is, or that stands in it; bytes in an array are taken as one value.</summary>
    public static MutableType? Find(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => null,
        IArrayTypeSymbol { Rank: 1 } => new(type, Immutable + "ImmutableArray", ""),
        IArrayTypeSymbol => new(type, "", ""),
        INamedTypeSymbol named => Of(named) ?? named.TypeArguments.Select(Find).FirstOrDefault(found => found is not null),
        _ => null,
    };

    public IReadOnlyList<string> ReplacementsFor(bool isState) => (isState ? ForStates : ForEvents).Split([';'], StringSplitOptions.RemoveEmptyEntries);

    public static string ShortName(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static MutableType? Of(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type; link is not null; link = link.BaseType)
        {
            if (link is { ContainingType: null, ContainingNamespace: not null } && Known.TryGetValue(link.ToMetadataName(), out var replacements))
            {
                // Nothing of the framework stands in the place of a type of one's own.
                return link.Is(type) ? new(type, replacements.ForStates, replacements.ForEvents) : new(type, "", "");
            }
        }

        return null;
    }

    private static (string ForStates, string ForEvents) Same(string type) => (Immutable + type, Immutable + type);
}
