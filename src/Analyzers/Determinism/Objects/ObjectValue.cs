using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>What is known of the object that an expression gives: which places it is part of itself, and which its members lead to.</summary>
/// <param name="Self">Nothing for an object that the body made.</param>
/// <param name="Inside">Through members, elements and theirs.</param>
/// <param name="Members">Members that were set since, which <paramref name="Inside"/> does not speak of.</param>
/// <param name="Elements">What else it holds.</param>
internal sealed record ObjectValue(ImmutableArray<Place> Self, ImmutableArray<Place> Inside, ImmutableDictionary<ISymbol, ObjectValue> Members, ObjectValue? Elements = null)
{
    private const int Few = 4;

    private static readonly ImmutableDictionary<ISymbol, ObjectValue> NoMembers = ImmutableDictionary.Create<ISymbol, ObjectValue>(SymbolEqualityComparer.Default);

    /// <summary>An object that the body made, and nothing in it comes from elsewhere.</summary>
    public static readonly ObjectValue Fresh = new([], [], NoMembers);

    /// <summary>All that is reached through members.</summary>
    public ImmutableArray<Place> AllInside => (Elements is null ? Members.Values : Members.Values.Append(Elements)).Aggregate(Inside, static (all, member) => Union(Union(all, member.Self), member.AllInside));

    /// <summary>What belongs to a slot, and all in it.</summary>
    public static ObjectValue Of(int slot) => new([new(slot, null)], [new(Facts.Slot.Inside(slot), null)], NoMembers);

    /// <summary>What a static member holds.</summary>
    public static ObjectValue Of(ISymbol member) => new([new(Facts.Slot.Content, member)], [new(Facts.Slot.Content, member)], NoMembers);

    /// <summary>The value of a member or an element.</summary>
    public ObjectValue Member(ISymbol? member) => member is null ? Element() : Members.TryGetValue(member, out ObjectValue? value) ? value : Held(Inside);

    /// <summary>Anything that it holds.</summary>
    public ObjectValue Element()
    {
        ImmutableArray<Place> all = Members.Values.Aggregate(Inside, static (all, member) => Union(Union(all, member.Self), member.AllInside));
        return Held(all);
    }

    /// <summary>A copy of the object, whose members are the same.</summary>
    public ObjectValue Copy() => Self.IsEmpty ? this : this with { Self = [] };

    /// <summary>A new object that holds this one.</summary>
    public ObjectValue Wrap() => Self.IsEmpty && AllInside.IsEmpty ? Fresh : new([], [], NoMembers, this);

    /// <summary>The object alone: nothing that it holds can change.</summary>
    public ObjectValue Alone() => Self.IsEmpty ? Fresh : new(Self, [], NoMembers);

    /// <summary>The same after a member was set.</summary>
    public ObjectValue With(ISymbol member, ObjectValue value) => this with { Members = Members.SetItem(member, value) };

    /// <summary>This or the other.</summary>
    public ObjectValue Join(ObjectValue other)
    {
        if (ReferenceEquals(this, other) || (other.IsFresh && Members.IsEmpty))
        {
            return this;
        }

        if (IsPlain && other.IsPlain)
        {
            ImmutableArray<Place> self = Union(Self, other.Self);
            ImmutableArray<Place> inside = Union(Inside, other.Inside);
            return self == Self && inside == Inside ? this : new(self, inside, NoMembers);
        }

        ObjectValue? elements = Elements is null ? other.Elements : other.Elements is null ? Elements : Elements.Join(other.Elements);
        return new(Union(Self, other.Self), Union(Inside, other.Inside), JoinMembers(other), elements);
    }

    /// <summary>Whether this speaks of all places that the other does.</summary>
    public bool Covers(ObjectValue other) => Union(Self, other.Self) == Self && AllInside is var inside && Union(inside, other.AllInside) == inside;

    private ObjectValue Held(ImmutableArray<Place> places)
    {
        ObjectValue value = places.IsEmpty ? Fresh : new(places, places, NoMembers);
        return Elements is null ? value : value.Join(Elements);
    }

    private bool IsFresh => Self.IsEmpty && Inside.IsEmpty && IsPlain;

    private bool IsPlain => Members.IsEmpty && Elements is null;

    private ImmutableDictionary<ISymbol, ObjectValue> JoinMembers(ObjectValue other)
    {
        ImmutableDictionary<ISymbol, ObjectValue> joined = NoMembers;
        foreach (ISymbol member in Members.Keys.Concat(other.Members.Keys))
        {
            joined = joined.SetItem(member, Member(member).Join(other.Member(member)));
        }

        return joined;
    }

    /// <summary>Those of both; the very first ones when the second adds nothing.</summary>
    private static ImmutableArray<Place> Union(ImmutableArray<Place> first, ImmutableArray<Place> second)
    {
        if (second.IsEmpty || first == second)
        {
            return first;
        }

        if (first.IsEmpty)
        {
            return second;
        }

        // Mostly few come to many.
        ImmutableArray<Place> all = second.Length <= Few ? first.AddRange(second.Where(place => !first.Contains(place))) : [.. first.Union(second)];
        return all.Length == first.Length ? first : all;
    }
}
