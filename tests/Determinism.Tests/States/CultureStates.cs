using System.Collections.Immutable;

namespace Daybook.Tests.Determinism;

/// <summary>Writes numbers as the culture does.</summary>
[State("formatting")]
[Records<Came>]
[Records<Left>]
public partial record Formatting
{
    public string Account { get; init; } = "";

    [Reducer] Formatting On(Paid e) => this with { Account = $"{e.Amount}" };
}

/// <summary>Formats, too, but forgets it with the next guest: the last state does not show it.</summary>
[State("forgetting")]
[Records<Left>]
public partial record Forgetting
{
    public string Account { get; init; } = "";

    [Reducer] Forgetting On(Paid e) => this with { Account = $"{e.Amount}" };
    [Reducer] Forgetting On(Came e) => this with { Account = e.Name };
}

/// <summary>Reads numbers as the culture does, which some of them cannot.</summary>
[State("parsing")]
[Records<Paid>]
[Records<Left>]
public partial record Parsing
{
    public double Number { get; init; }

    [Reducer] Parsing On(Came e) => this with { Number = Number + double.Parse(e.Name) };
}

/// <summary>Sorts as the culture does.</summary>
[State("sorting")]
[Records<Paid>]
[Records<Left>]
public partial record Sorting
{
    public ImmutableArray<string> Guests { get; init; } = [];

    [Reducer] Sorting On(Came e) => this with { Guests = [.. Guests.Add(e.Name).Order()] };
}
