using System.Text.Json;

namespace Daybook.Tests.Versions;

/// <summary>
/// What each version must make of what was recorded: worked out from the commands that the programs were given, without events, reducers or upcasters.
/// </summary>
internal static class Expected
{
    internal static string State(string version, IEnumerable<Fact> facts) => JsonSerializer.Serialize(version switch
    {
        "V1" => First([.. facts]),
        "V2" or "V2.Rolling" => Second([.. facts]),
        _ => Third([.. facts]),
    });

    /// <summary>What the handlers of version 3 hear.</summary>
    internal static IEnumerable<string> Heard(IEnumerable<Fact> facts, int from) => facts.Index().Skip(from).SelectMany(entry =>
    {
        (int at, Fact fact) = entry;
        return fact switch
        {
            { Command: { Do: "place", What: { } payment } } => (string[])[$"{at}.0 ordered {fact.Command.Who} {fact.Channel}", $"{at}.1 paid {payment}"],
            { Command.Do: "place" } => [$"{at}.0 ordered {fact.Command.Who} {fact.Channel}"],
            { Command.Do: "pay" } => [$"{at}.0 paid {fact.Command.What}"],
            { Command.Do: "add" } when !IsDropped(fact) => [FormattableString.Invariant($"{at}.0 item {fact.Command.What} {fact.Command.Count} {fact.Price} EUR")],
            { Command.Do: "note" } when !IsDropped(fact) => [$"{at}.0 note {fact.Command.What} {fact.Author ?? "unknown"}"],
            { Command.Do: "ship" } => [$"{at}.0 dispatched {fact.Command.Who}"],
            _ => [],
        };
    });

    private static object First(List<Fact> facts) => new
    {
        Customer = Last(facts, "place", fact => fact.Command.Who) ?? "",
        PaymentId = Last(facts, "place", fact => fact.Command.What),
        Lines = Of(facts, "add").Select(fact => new { Sku = fact.Command.What, Quantity = fact.Command.Count }),
        Notes = Of(facts, "note").Select(fact => fact.Command.What),
        Grams = Last(facts, "weigh", fact => fact.Command.Count),
        Views = Of(facts, "view").Count(),
        Carrier = Last(facts, "ship", fact => fact.Command.Who),
    };

    private static object Second(List<Fact> facts) => new
    {
        Customer = Last(facts, "place", fact => fact.Command.Who) ?? "",
        PaymentId = Last(facts, "place", fact => fact.Command.What),
        Channel = Last(facts, "place", fact => fact.Channel) ?? "",
        Lines = Of(facts, "add").Select(fact => new { Sku = fact.Command.What, Quantity = fact.Command.Count, UnitPrice = fact.Price }),
        Total = Of(facts, "add").Sum(fact => fact.Command.Count * fact.Price),
        Notes = Of(facts, "note").Select(fact => fact.Author is { } author ? $"{fact.Command.What} ({author})" : fact.Command.What),
        Kilograms = Last(facts, "weigh", fact => fact.Kilograms),
        WeighedAt = Last(facts, "weigh", fact => (DateTimeOffset?)fact.Command.Time),
        Carrier = Last(facts, "ship", fact => fact.Command.Who),
    };

    private static object Third(List<Fact> facts) => new
    {
        Customer = Last(facts, "place", fact => fact.Command.Who) ?? "",
        Channel = Last(facts, "place", fact => fact.Channel) ?? "",
        Payments = facts.Where(fact => fact.Command is { Do: "place" or "pay", What: not null }).Select(fact => fact.Command.What),
        Lines = Of(facts, "add").Where(fact => !IsDropped(fact)).Select(fact => new { Sku = fact.Command.What, Amount = (decimal)fact.Command.Count, Price = new { Value = fact.Price, Currency = "EUR" } }),
        Total = Of(facts, "add").Where(fact => !IsDropped(fact)).Sum(fact => fact.Command.Count * fact.Price),
        Notes = Of(facts, "note").Where(fact => !IsDropped(fact)).Select(fact => $"{fact.Command.What} ({fact.Author ?? "unknown"})"),
        Kilograms = Last(facts, "weigh", fact => fact.Kilograms),
        WeighedAt = Last(facts, "weigh", fact => (DateTimeOffset?)fact.Command.Time),
        Carrier = Last(facts, "ship", fact => fact.Command.Who),
        Log = facts.Index().SelectMany(entry => Lines(entry.Item).Select((what, part) => $"{entry.Index}.{part} {what}")),
    };

    private static string[] Lines(Fact fact) => fact.Command.Do switch
    {
        "place" => fact.Command.What is null ? ["ordered"] : ["ordered", "paid"],
        "pay" => ["paid"],
        "weigh" => ["weighed"],
        "ship" => ["dispatched"],
        "add" => IsDropped(fact) ? [] : ["item"],
        "note" => IsDropped(fact) ? [] : ["note"],
        _ => [],
    };

    // Version 3 has done away with empty items and notes of former versions.
    private static bool IsDropped(Fact fact) => fact.By != "V3" && fact.Command is { Do: "add", Count: 0 } or { Do: "note", What: "" };

    private static IEnumerable<Fact> Of(List<Fact> facts, string what) => facts.Where(fact => fact.Command.Do == what);

    private static T? Last<T>(List<Fact> facts, string what, Func<Fact, T> select) => Of(facts, what).Select(select).LastOrDefault();
}
