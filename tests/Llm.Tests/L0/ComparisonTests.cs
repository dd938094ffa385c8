using System.Text.Json;
using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class ComparisonTests
{
    private const string ViolationText = "GuardrailViolation { Rule = \"r\", Message = \"m\", Severity = Error, Position = null, Recoverable = false, Timestamp = null, Context = null, Extra = null }";
    private const string ErrorText = "LlmError { Name = \"E\", Message = \"m\", Code = null, Stack = null, Metadata = null }";
    private const string ToolCallText = "ToolCall { CallId = \"1\", Name = \"t\", Arguments = null }";
    private const string UsageText = "LlmUsage { Input = 1, Output = null, Total = null, CachedInput = null, Reasoning = null, Extra = null }";

    // Each differs from the initial state in one member: what is said of it in either format.
    private static readonly (string Member, LlmState Other, string Python, string TypeScript)[] Others =
    [
        (nameof(LlmState.Content), new() { Content = "x" }, "content: '...' vs 'x...'", "content: '...' vs 'x...'"),
        (nameof(LlmState.TokenCount), new() { TokenCount = 1 }, "token_count: 0 vs 1", "tokenCount: 0 vs 1"),
        (nameof(LlmState.TokenEventCount), new() { TokenEventCount = 1 }, "token_event_count: 0 vs 1", "tokenEventCount: 0 vs 1"),
        (nameof(LlmState.Reasoning), new() { Reasoning = "x" }, "reasoning: '' vs 'x'", "reasoning: '' vs 'x'"),
        (nameof(LlmState.ReasoningTokenCount), new() { ReasoningTokenCount = 1 }, "reasoning_token_count: 0 vs 1", "reasoningTokenCount: 0 vs 1"),
        (nameof(LlmState.Checkpoint), new() { Checkpoint = "x" }, "checkpoint: '' vs 'x'", "checkpoint: '' vs 'x'"),
        (nameof(LlmState.Violations), new() { Violations = [new("r", "m")] }, $"violations[0]: (missing) vs {ViolationText}", $"violations[0]: (missing) vs {ViolationText}"),
        (nameof(LlmState.DriftDetected), new() { DriftDetected = true }, "drift_detected: False vs True", "driftDetected: false vs true"),
        (nameof(LlmState.RetryAttempts), new() { RetryAttempts = 1 }, "retry_attempts: 0 vs 1", "retryAttempts: 0 vs 1"),
        (nameof(LlmState.NetworkRetryCount), new() { NetworkRetryCount = 1 }, "network_retry_count: 0 vs 1", "networkRetryCount: 0 vs 1"),
        (nameof(LlmState.FallbackIndex), new() { FallbackIndex = 1 }, "fallback_index: 0 vs 1", "fallbackIndex: 0 vs 1"),
        (nameof(LlmState.Resumed), new() { Resumed = true }, "resumed: False vs True", "resumed: false vs true"),
        (nameof(LlmState.ResumePoint), new() { ResumePoint = "x" }, "resume_point: None vs 'x'", "resumePoint: null vs 'x'"),
        (nameof(LlmState.Completed), new() { Completed = true }, "completed: False vs True", "completed: false vs true"),
        (nameof(LlmState.Error), new() { Error = new("E", "m") }, "error: None vs E('m')", "error: null vs E('m')"),
        (nameof(LlmState.NetworkErrors), new() { NetworkErrors = [new("E", "m")] }, $"network_errors[0]: (missing) vs {ErrorText}", $"networkErrors[0]: (missing) vs {ErrorText}"),
        (nameof(LlmState.StartedAt), new() { StartedAt = Start }, "start_ts: 0.0 vs 1767225600000.0", "startTs: 0 vs 1767225600000"),
        (nameof(LlmState.EndedAt), new() { EndedAt = Start }, "end_ts: 0.0 vs 1767225600000.0", "endTs: 0 vs 1767225600000"),
        (nameof(LlmState.Model), new() { Model = "x" }, "model: None vs 'x'", "model: null vs 'x'"),
        (nameof(LlmState.ResponseId), new() { ResponseId = "x" }, "response_id: None vs 'x'", "responseId: null vs 'x'"),
        (nameof(LlmState.FinishReason), new() { FinishReason = "x" }, "finish_reason: None vs 'x'", "finishReason: null vs 'x'"),
        (nameof(LlmState.ToolCalls), new() { ToolCalls = [new("1", "t")] }, $"tool_calls[0]: (missing) vs {ToolCallText}", $"toolCalls[0]: (missing) vs {ToolCallText}"),
        (nameof(LlmState.Usage), new() { Usage = new() { Input = 1 } }, $"usage: None vs {UsageText}", $"usage: null vs {UsageText}"),
        (nameof(LlmState.DataOutputs), new() { DataOutputs = [JsonElement.Parse("1")] }, "data_outputs[0]: (missing) vs '1'", "dataOutputs[0]: (missing) vs '1'"),
    ];

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
        LlmState left = new() { Error = new("TimeoutError", "it's late") { Code = "1" } };
        Assert.Equal("error.code: '1' vs None", Assert.Single(Differences(left, new() { Error = left.Error with { Code = null } })));
        Assert.Equal("error: TimeoutError('it\\'s late') vs None", Assert.Single(Differences(left, new())));
        Assert.Equal("error: TimeoutError(\"it's late\") vs null", Assert.Single(Differences(left, new(), DoubleQuoted)));
        Assert.Equal(["error: TimeoutError('it\\'s late') vs E('m')", "error.code: '1' vs None"], Differences(left, new() { Error = new("E", "m") }));
        Assert.Equal("error: TimeoutError('it\\'s late') vs E('it\\'s late')", Assert.Single(Differences(left, new() { Error = left.Error with { Name = "E" } })));
    }

    [Fact]
    public void Times_are_milliseconds_with_their_fractions()
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(1_699_000_000_000);
        LlmState left = new() { StartedAt = time, EndedAt = time.AddTicks(12_345) };
        Assert.Equal(["start_ts: 1699000000000.0 vs 0.0", "end_ts: 1699000000001.2345 vs 0.0"], Differences(left, new()));
        Assert.Equal(["startTs: 1699000000000 vs 0", "endTs: 1699000000001.2345 vs 0"], Differences(left, new(), ComparisonFormat.TypeScript));
    }

    [Fact]
    public void Every_member_of_the_state_counts()
    {
        Assert.Equal(
            typeof(LlmState).GetProperties().Where(property => property.GetMethod is { IsPublic: true, IsStatic: false }).Select(property => property.Name).Order(StringComparer.Ordinal),
            Others.Select(one => one.Member).Order(StringComparer.Ordinal));
        Assert.All(Others, one =>
        {
            Assert.NotEqual(typeof(LlmState).GetProperty(one.Member)!.GetValue(new LlmState()), typeof(LlmState).GetProperty(one.Member)!.GetValue(one.Other));
            Assert.Equal([one.Python], Differences(new(), one.Other));
            Assert.Equal([one.TypeScript], Differences(new(), one.Other, ComparisonFormat.TypeScript));
        });
    }

    [Fact]
    public void Differences_come_in_the_order_of_each_system()
    {
        LlmState other = new()
        {
            Reasoning = "x",
            EndedAt = Start,
            StartedAt = Start,
            Error = new("E", "m"),
            Violations = [new("r", "m")],
            FallbackIndex = 1,
            NetworkRetryCount = 1,
            RetryAttempts = 1,
            DriftDetected = true,
            Completed = true,
            Checkpoint = "x",
            TokenCount = 1,
            Content = "x",
        };
        Assert.Equal(
            ["content", "token_count", "checkpoint", "completed", "drift_detected", "retry_attempts", "network_retry_count", "fallback_index", "violations[0]", "error", "start_ts", "end_ts", "reasoning"],
            Differences(new(), other).Select(line => line.Split(':')[0]));
        Assert.Equal(
            ["content", "tokenCount", "completed", "retryAttempts", "fallbackIndex", "violations[0]", "driftDetected", "reasoning", "checkpoint", "networkRetryCount", "error", "startTs", "endTs"],
            Differences(new(), other, ComparisonFormat.TypeScript).Select(line => line.Split(':')[0]));
    }

    private static IEnumerable<string> Differences(LlmState before, LlmState after, ComparisonFormat? format = null) =>
        new EventSourcing().Compare(before, after, format).Differences;
}
