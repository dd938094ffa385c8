using System.Text.Json;
using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class ComparisonTests
{
    private static readonly ComparisonFormat DoubleQuoted = ComparisonFormat.TypeScript with { DoubleQuotes = true };
    private static readonly LlmState Before = new() { Content = "Hello", TokenCount = 10 };
    private static readonly LlmState After = new() { Content = "Hi", TokenCount = 12, Completed = true };

    [Fact]
    public void The_formats_are_those_of_the_documents()
    {
        Assert.Equal(["content: 'Hello...' vs 'Hi...'", "token_count: 10 vs 12", "completed: False vs True"], Differences(Before, After));
        Assert.Equal(["content: 'Hello...' vs 'Hi...'", "tokenCount: 10 vs 12", "completed: false vs true"], Differences(Before, After, ComparisonFormat.TypeScript));
        Assert.Equal(["content: \"Hello...\" vs \"Hi...\"", "tokenCount: 10 vs 12", "completed: false vs true"], Differences(Before, After, DoubleQuoted));
        Assert.Contains("token_count: 10 vs 12", Differences(Before, After, ComparisonFormat.Python with { DoubleQuotes = true }));
    }

    [Fact]
    public void Equal_states_are_identical_however_they_came_about()
    {
        var grown = new LlmState { Content = default(AppendableText).Append("Hel").Append("lo"), TokenCount = 10 };
        ReplayComparison comparison = new EventSourcing().Compare(Before, grown);
        Assert.True(comparison.Identical);
        Assert.Empty(comparison.Differences);
        Assert.Equal("identical", comparison.ToString());
    }

    [Fact]
    public void Long_answers_are_cut_after_fifty_characters_and_no_pair_is_torn()
    {
        string fifty = new('x', 50);
        Assert.Equal($"content: '{fifty}...' vs '{fifty}...'", Assert.Single(Differences(new() { Content = fifty + "a" }, new() { Content = fifty + "b" })));
        Assert.Equal($"content: '{fifty[1..]}...' vs '...'", Assert.Single(Differences(new() { Content = fifty[1..] + "😀" }, new())));
    }

    [Fact]
    public void Quotes_in_texts_are_told_from_those_around_them()
    {
        LlmState left = new() { Checkpoint = "it's \"so\"" };
        Assert.Equal("checkpoint: 'it\\'s \"so\"' vs ''", Assert.Single(Differences(left, new())));
        Assert.Equal("checkpoint: \"it's \\\"so\\\"\" vs \"\"", Assert.Single(Differences(left, new(), DoubleQuoted)));
    }

    [Fact]
    public void Violations_are_compared_by_value_and_named_by_path()
    {
        LlmState left = new() { Violations = [new("a", "one"), new("b", "two")] };
        Assert.True(new EventSourcing().Compare(left, new() { Violations = [new("a", "one"), new("b", "two")] }).Identical);
        Assert.Equal("violations[1].message: 'two' vs 'three'", Assert.Single(Differences(left, new() { Violations = [new("a", "one"), new("b", "three")] })));
        Assert.StartsWith("violations[1]: ", Assert.Single(Differences(left, new() { Violations = [new("a", "one")] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_compared_in_full()
    {
        LlmState left = new() { Error = new("E", "m") { Code = "1" } };
        Assert.Equal("error.code: '1' vs None", Assert.Single(Differences(left, new() { Error = new("E", "m") })));
        Assert.Matches("^error: .+ vs None$", Assert.Single(Differences(left, new())));
        Assert.Matches("^error: .+ vs null$", Assert.Single(Differences(left, new(), ComparisonFormat.TypeScript)));
    }

    [Fact]
    public void Every_member_of_the_state_counts()
    {
        LlmState[] others =
        [
            new() { Content = "x" }, new() { TokenCount = 1 }, new() { TokenEventCount = 1 }, new() { Reasoning = "x" }, new() { ReasoningTokenCount = 1 }, new() { Checkpoint = "x" },
            new() { Violations = [new("r", "m")] }, new() { DriftDetected = true }, new() { RetryAttempts = 1 }, new() { NetworkRetryCount = 1 }, new() { FallbackIndex = 1 },
            new() { Resumed = true }, new() { ResumePoint = "x" }, new() { Completed = true }, new() { Error = new("E", "m") }, new() { NetworkErrors = [new("E", "m")] },
            new() { StartedAt = Start }, new() { EndedAt = Start }, new() { Model = "x" }, new() { ResponseId = "x" }, new() { FinishReason = "x" },
            new() { ToolCalls = [new("1", "t")] }, new() { Usage = new() { Input = 1 } }, new() { DataOutputs = [JsonElement.Parse("1")] },
        ];
        Assert.Equal(typeof(LlmState).GetProperties().Count(property => property.GetMethod is { IsPublic: true, IsStatic: false }), others.Length);
        Assert.All(others, other => Assert.Single(Differences(new(), other)));
    }

    private static IEnumerable<string> Differences(LlmState before, LlmState after, ComparisonFormat? format = null) =>
        new EventSourcing().Compare(before, after, format).Differences;
}
