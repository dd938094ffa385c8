namespace Daybook.Benchmarks;

[Event("benchmark.stepped")]
public partial record SteppedV1(int By);

[Event("benchmark.stepped", Version = 2)]
public partial record SteppedV2(int By, int Times);

[Event("benchmark.stepped", Version = 3)]
public partial record Stepped(int By, int Times, int Offset);

[State("benchmark.steps")]
public partial record Steps
{
    public long Value { get; init; }

    [Reducer]
    private Steps On(Stepped stepped) => new() { Value = Value + (stepped.By * stepped.Times) + stepped.Offset };
}

internal static class SteppedUpcasters
{
    [Upcaster]
    internal static SteppedV2 Up(SteppedV1 stepped) => new(stepped.By, 1);

    [Upcaster]
    internal static Stepped Up(SteppedV2 stepped) => new(stepped.By, stepped.Times, 0);
}
