using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>What a query asks for: each criterion on its own and together with others, in both directions.</summary>
internal static class QueryCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        Finds("A query that asks for nothing gives every event of users' streams", EventQuery.All, _ => true),
        Finds("A query finds events by type", Of(("sample.counted", 2)), known => Is(known.Type.Name, "sample.counted")),
        Finds("A query finds events of any of several types", Of(("sample.counted", 2), ("sample.noted", 1), ("sample.none", 1)), _ => true),
        FindsNothing("A query for another version of a type finds nothing", Of(("sample.counted", 1), ("sample.noted", 2))),
        FindsNothing("A query for a type that nobody recorded finds nothing", Of(("sample.none", 1))),
        FindsNothing("Types differ in case", Of(("Sample.Noted", 1))),
        Finds("A query finds events by the category of their stream", new() { Category = "cart" }, known => Is(known.Category, "cart")),
        Finds("Categories may be any text", new() { Category = "日本" }, known => Is(known.Category, "日本")),
        FindsNothing("A query for another category finds nothing, streams without one included", new() { Category = "" }),
        Finds("A query finds events by the start of their stream's id", new() { StreamPrefix = "cart" }, known => known.StreamId.StartsWith("cart", StringComparison.Ordinal)),
        Finds("A stream's id as prefix finds the stream", new() { StreamPrefix = "cart-1" }, known => Is(known.StreamId, "cart-1")),
        Finds("A prefix is no pattern", new() { StreamPrefix = "cart%" }, known => Is(known.StreamId, "cart%")),
        FindsNothing("A prefix with an underscore is no pattern", new() { StreamPrefix = "cart_" }),
        Finds("An empty prefix asks for every stream", new() { StreamPrefix = "" }, _ => true),
        FindsNothing("A query never gives events of Daybook's own streams", new() { StreamPrefix = "$" }),
        Finds("The earliest time is part of what a query gives", new() { From = Sample.Start.AddMinutes(40) }, known => known.At >= Sample.Start.AddMinutes(40)),
        Finds("The time to end before is not part of what a query gives", new() { Before = Sample.Start.AddMinutes(40) }, known => known.At < Sample.Start.AddMinutes(40)),
        Finds(
            "A query finds events of a span of time, in whatever zone it is told",
            new() { From = Sample.Start.AddMinutes(-40), Before = Sample.Start.AddMinutes(20).ToOffset(TimeSpan.FromHours(5)) },
            known => known.At >= Sample.Start.AddMinutes(-40) && known.At < Sample.Start.AddMinutes(20)),
        FindsNothing("A query for a span that ends as it begins finds nothing", new() { From = Sample.Start, Before = Sample.Start }),
        Finds("The greatest span of time finds everything", new() { From = DateTimeOffset.MinValue, Before = DateTimeOffset.MaxValue }, _ => true),
        Finds("A query finds events by correlation id", new() { CorrelationId = "x" }, known => Is(known.Metadata.CorrelationId, "x")),
        Finds("A query finds events by causation id", new() { CausationId = "日本" }, known => Is(known.Metadata.CausationId, "日本")),
        Finds("A query finds events by actor, and case matters", new() { Actor = "X" }, known => Is(known.Metadata.Actor, "X")),
        Finds("A query finds events by source, literally", new() { Source = "x%" }, known => Is(known.Metadata.Source, "x%")),
        Finds("An empty text is asked for like any other, and is not a missing one", new() { Actor = "" }, known => known.Metadata.Actor?.Length == 0),
        Finds("A query finds events by a header's name and value", Having(("name", "x")), known => Has(known, "name", "x")),
        Finds("A query finds events that have all of several headers", Having(("name", "X"), ("other", "3")), known => Has(known, "name", "X") && Has(known, "other", "3")),
        FindsNothing("A header's name and another one's value find nothing", Having(("name", "3"))),
        FindsNothing("Header names differ in case", Having(("Name", "x"))),
        Finds(
            "Criteria of a query must hold together",
            new() { Category = "cart", Types = [new("sample.noted", 1)], From = Sample.Start.AddMinutes(30), StreamPrefix = "cart-" },
            known => Is(known.Category, "cart") && known.Type.Version == 1 && known.At >= Sample.Start.AddMinutes(30)),
        Finds(
            "Criteria of metadata must hold together",
            new() { CorrelationId = "x", CausationId = "", Headers = EventMetadata.Empty.Headers.Add("name", "X") },
            known => Is(known.Metadata.CorrelationId, "x") && known.Metadata.CausationId?.Length == 0 && Has(known, "name", "X")),
        FindsNothing("Criteria that hold each for itself but not together find nothing", new() { Category = "order", StreamPrefix = "cart" }),
    ];

    private static EventQuery Of(params (string Name, int Version)[] types) => new() { Types = [.. types.Select(type => new EventType(type.Name, type.Version))] };

    private static EventQuery Having(params (string Name, string Value)[] headers) =>
        new() { Headers = EventMetadata.Empty.Headers.AddRange(headers.Select(header => KeyValuePair.Create(header.Name, header.Value))) };

    private static bool Is(string? actual, string wanted) => string.Equals(actual, wanted, StringComparison.Ordinal);

    private static bool Has(QuerySample.Known known, string name, string value) =>
        known.Metadata.Headers.TryGetValue(name, out string? actual) && Is(actual, value);

    private static ComplianceCase Finds(string name, EventQuery query, Func<QuerySample.Known, bool> wanted) => new(name, async (IEventStore store, CancellationToken token) =>
    {
        QuerySample sample = await QuerySample.FillAsync(store, token);
        await sample.CheckAsync(query, wanted, token);
    });

    private static ComplianceCase FindsNothing(string name, EventQuery query) => new(name, async (IEventStore store, CancellationToken token) =>
    {
        QuerySample sample = await QuerySample.FillAsync(store, token);
        await sample.CheckAsync(query, _ => false, token, mayBeEmpty: true);
    });
}
