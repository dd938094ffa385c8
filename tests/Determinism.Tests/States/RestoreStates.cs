namespace Daybook.Tests.Determinism;

/// <summary>Enumerates a dictionary whose slots are used again after a removal, but not once it was read back.</summary>
[State("slots")]
[Records<Paid>]
public partial record Slots
{
    public Dictionary<string, int> Guests { get; init; } = [];
    public string First { get; init; } = "";

    [Reducer]
    Slots On(Came e)
    {
        Guests[e.Name] = 1;
        return this with { First = Guests.Keys.First() };
    }

    [Reducer]
    Slots On(Left e)
    {
        _ = Guests.Remove(e.Name);
        return this;
    }
}

/// <summary>Counts in a member that is not stored.</summary>
[State("unstored")]
[Records<Paid>]
[Records<Left>]
public partial record Unstored
{
    [WireIgnore] public int Seen { get; init; }
    public int Total { get; init; }

    [Reducer] Unstored On(Came e) => this with { Seen = Seen + 1, Total = Seen + e.Name.Length };
}
