using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Tests.Determinism;

/// <summary>Folds the same way everywhere, although sets and maps stand in another order in every process.</summary>
[State("house")]
public partial record House
{
    public ImmutableHashSet<string> Guests { get; init; } = [];
    public ImmutableDictionary<string, int> Visits { get; init; } = ImmutableDictionary<string, int>.Empty;
    public string Account { get; init; } = "";
    public DateTimeOffset? LastAt { get; init; }

    [Reducer] House On(Came e) => this with { Guests = Guests.Add(e.Name), Visits = Visits.SetItem(e.Name, Visits.GetValueOrDefault(e.Name) + 1) };
    [Reducer] House On(Left e, EventContext context) => this with { Guests = Guests.Remove(e.Name), LastAt = context.Timestamp };
    [Reducer] House On(Paid e) => this with { Account = Account + string.Create(CultureInfo.InvariantCulture, $"{e.Amount};") };
}

/// <summary>Knows one kind of event only.</summary>
[State("narrow")]
public partial record Narrow
{
    public int Count { get; init; }

    [Reducer] Narrow On(Came _) => this with { Count = Count + 1 };
}

/// <summary>Clean, but verified by calls only that do not name it.</summary>
[State("hidden")]
[Records<Paid>]
[Records<Left>]
public partial record Hidden
{
    public int Count { get; init; }

    [Reducer] Hidden On(Came _) => this with { Count = Count + 1 };
}
