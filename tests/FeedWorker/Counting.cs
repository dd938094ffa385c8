namespace Daybook.FeedTesting;

[Event("count.added")] public readonly partial record struct Added(long Number);
[Event("count.noted")] public partial record Noted(string Text);

[State("count")]
[Records<Noted>]
public partial record Count
{
    public long Sum { get; init; }

    [Reducer] Count On(Added e) => this with { Sum = Sum + e.Number };
}

/// <summary>Tells a fold of every event once, in order, from any other.</summary>
[State("trace", View = true)]
public partial record Trace
{
    public long Events { get; init; }
    public long Value { get; init; }

    [Reducer] Trace On(Added e) => new() { Events = Events + 1, Value = unchecked((Value * 31) + e.Number) };
}
