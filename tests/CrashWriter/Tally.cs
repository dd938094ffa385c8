namespace Daybook.CrashTesting;

[Event("tally.counted")] public readonly partial record struct Counted(long Number);

/// <summary>Tells a fold of every event once, in order, from any other.</summary>
[State("tally")]
public partial record Tally
{
    public long Events { get; init; }
    public long Value { get; init; }

    [Reducer] Tally On(Counted e) => new() { Events = Events + 1, Value = unchecked((Value * 31) + e.Number) };
}
