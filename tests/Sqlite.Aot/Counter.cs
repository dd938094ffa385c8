using Daybook;

namespace Sqlite.Aot;

/// <summary>Something was counted.</summary>
[Event("counter.counted")]
public readonly partial record struct Counted(int By);

/// <summary>The smallest state there is.</summary>
[State("counter")]
public partial record Counter
{
    public long Value { get; init; }

    [Reducer]
    private Counter On(Counted counted) => this with { Value = Value + counted.By };
}
