namespace Daybook.Benchmarks;

/// <summary>The record that the budgets name.</summary>
[Event("benchmark.measured")]
public partial record Measured(string Name, int Count, long Total, double Average, string[] Tags, Dictionary<string, int> Parts, DateTime At);

/// <summary>A small event: one short word.</summary>
[Event("benchmark.token")]
public readonly partial record struct Token(string Text, int Index);

[State("benchmark.text")]
public partial record Text
{
    public AppendableText Content { get; init; }

    public int Count { get; init; }

    [Reducer]
    private Text On(Token token) => new() { Content = Content.Append(token.Text), Count = Count + 1 };
}

/// <summary>A small event without text.</summary>
[Event("benchmark.counted")]
public readonly partial record struct Counted(int By);

[State("benchmark.counter")]
public partial record Counter
{
    public long Value { get; init; }

    [Reducer]
    private Counter On(Counted counted) => new() { Value = Value + counted.By };
}
