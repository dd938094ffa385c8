using System.Text.Json;
using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>What each event does to the state.</summary>
public sealed class ReducerTests
{
    private static readonly GuardrailViolation Json = new("json", "Not valid JSON yet", ViolationSeverity.Warning) { Recoverable = true, Position = 3 };
    private static readonly LlmError Failed = new("NetworkError", "reset");

    [Fact]
    public async Task Nothing_folds_to_the_initial_state()
    {
        LlmState state = await FoldAsync();
        Assert.Equal(("", 0, "", 0), (state.Content.ToString(), state.TokenCount, state.Checkpoint, state.Violations.Count));
        Assert.Equal((false, 0, 0, 0, false), (state.DriftDetected, state.RetryAttempts, state.NetworkRetryCount, state.FallbackIndex, state.Completed));
        Assert.Null(state.Error);
        Assert.Null(state.StartedAt);
        Assert.Null(state.EndedAt);
        Assert.False(state.Resumed);
    }

    [Fact]
    public async Task START_gives_time_and_model_and_the_last_one_wins()
    {
        LlmState state = await FoldAsync(new StartEvent(new() { Model = "a" }), new TokenEvent("x", 0), new StartEvent(new() { Model = "b" }));
        Assert.Equal((At(2), "b", "x"), (state.StartedAt, state.Model, state.Content.ToString()));
    }

    [Fact]
    public async Task TOKEN_appends_and_counts_by_its_index()
    {
        LlmState state = await FoldAsync(new TokenEvent("Hello", 0), new TokenEvent("", 1), new TokenEvent(" world", 7));
        Assert.Equal(("Hello world", 8, 3L), (state.Content.ToString(), state.TokenCount, state.TokenEventCount));
    }

    [Fact]
    public async Task TOKEN_of_reasoning_is_no_part_of_the_answer()
    {
        LlmState state = await FoldAsync(new TokenEvent("hm", 0, TokenKind.Reasoning), new TokenEvent("yes", 0), new TokenEvent("!", 1, TokenKind.Reasoning));
        Assert.Equal(("yes", 1, "hm!", 2), (state.Content.ToString(), state.TokenCount, state.Reasoning.ToString(), state.ReasoningTokenCount));
    }

    [Fact]
    public async Task CHECKPOINT_is_kept_and_changes_nothing_else()
    {
        LlmState state = await FoldAsync(new TokenEvent("ab", 0), new CheckpointEvent(1, "a"));
        Assert.Equal(("a", "ab", 1), (state.Checkpoint, state.Content.ToString(), state.TokenCount));
    }

    [Fact]
    public async Task GUARDRAIL_adds_its_violations_in_order()
    {
        GuardrailViolation other = Json with { Rule = "length" };
        LlmState state = await FoldAsync(new GuardrailEvent(new() { Violations = [Json, other] }), new GuardrailEvent(new()), new GuardrailEvent(new() { Violations = [Json] }));
        Assert.Equal([Json, other, Json], state.Violations);
    }

    [Fact]
    public async Task DRIFT_once_found_stays()
    {
        Assert.False((await FoldAsync(new DriftEvent(new()))).DriftDetected);
        Assert.True((await FoldAsync(new DriftEvent(new() { Detected = true }), new DriftEvent(new()))).DriftDetected);
    }

    [Fact]
    public async Task RETRY_begins_from_nothing_and_counts()
    {
        LlmState state = await FoldAsync(Attempt().Append(new RetryEvent(1, "rate_limit")).Append(new RetryEvent(2, "reset", CountsTowardLimit: false)));
        AssertNewAttempt(state);
        Assert.Equal((1, 1, 0), (state.RetryAttempts, state.NetworkRetryCount, state.FallbackIndex));
    }

    [Fact]
    public async Task FALLBACK_begins_from_nothing_with_another_model()
    {
        LlmState state = await FoldAsync(Attempt().Append(new FallbackEvent(2)));
        AssertNewAttempt(state);
        Assert.Equal((0, 0, 2), (state.RetryAttempts, state.NetworkRetryCount, state.FallbackIndex));
    }

    [Fact]
    public async Task CONTINUATION_goes_back_to_the_checkpoint_with_its_count()
    {
        LlmState state = await FoldAsync(Attempt().Concat([new RetryEvent(1, "reset", CountsTowardLimit: false), new ContinuationEvent("check", 2), new TokenEvent("ed", 2)]));
        Assert.Equal(("checked", 3, true, "check"), (state.Content.ToString(), state.TokenCount, state.Resumed, state.ResumePoint));
    }

    [Fact]
    public async Task CONTINUATION_alone_rewinds_too()
    {
        LlmState state = await FoldAsync(new TokenEvent("Hello", 0), new TokenEvent(" world", 1), new ContinuationEvent("Hello", 1), new TokenEvent(" there", 1));
        Assert.Equal(("Hello there", 2), (state.Content.ToString(), state.TokenCount));
    }

    [Fact]
    public async Task COMPLETE_sets_content_and_count()
    {
        LlmState state = await FoldAsync(new TokenEvent("x", 0), new CompleteEvent("Hello world", 2, "stop"));
        Assert.Equal(("Hello world", 2, true, "stop", At(1)), (state.Content.ToString(), state.TokenCount, state.Completed, state.FinishReason, state.EndedAt));
    }

    [Fact]
    public async Task COMPLETE_without_content_leaves_what_the_tokens_say()
    {
        LlmState state = await FoldAsync(new TokenEvent("x", 0), new CompleteEvent());
        Assert.Equal(("x", 1, true), (state.Content.ToString(), state.TokenCount, state.Completed));
    }

    [Fact]
    public async Task ERROR_is_kept_beside_a_COMPLETE()
    {
        LlmState state = await FoldAsync(new ErrorEvent(Failed), new CompleteEvent("ok", 1));
        Assert.Equal((Failed, true, At(1)), (state.Error, state.Completed, state.EndedAt));
        state = await FoldAsync(new CompleteEvent("ok", 1), new ErrorEvent(Failed));
        Assert.Equal((Failed, true, At(1)), (state.Error, state.Completed, state.EndedAt));
        Assert.True(state.NetworkErrors.IsEmpty);
    }

    [Fact]
    public async Task ERROR_of_the_network_is_listed()
    {
        LlmState state = await FoldAsync(new ErrorEvent(Failed, FailureType.Network), new ErrorEvent(Failed, FailureType.Model), new RetryEvent(1, "reset"));
        Assert.Equal([Failed], state.NetworkErrors);
    }

    [Fact]
    public async Task Chunks_tools_usage_and_pieces_are_of_their_attempt()
    {
        object[] events =
        [
            new ChunkEvent { Model = "m", ResponseId = "r", FinishReason = "stop" },
            new ToolCallEvent(new("1", "search")),
            new UsageEvent(new() { Input = 3, Output = 4 }),
            new ContentEvent(JsonElement.Parse("""{"$type":"uri"}""")),
        ];
        LlmState state = await FoldAsync(events);
        Assert.Equal(("m", "r", "stop", 4L), (state.Model, state.ResponseId, state.FinishReason, state.Usage?.Output));
        Assert.Equal("search", Assert.Single(state.ToolCalls).Name);
        Assert.Equal("uri", Assert.Single(state.DataOutputs).GetProperty("$type").GetString());
        state = await FoldAsync(events.Append(new RetryEvent(1, "r")));
        Assert.True(state.ToolCalls.IsEmpty && state.DataOutputs.IsEmpty && state.Usage is null && state.FinishReason is null);
    }

    [Fact]
    public async Task A_new_attempt_has_a_response_of_its_own_and_only_a_retry_the_same_model()
    {
        object[] events = [new StartEvent(new() { Model = "m" }), new ChunkEvent { Model = "m-1", ResponseId = "r", FinishReason = "length" }, new CompleteEvent("check", 1)];
        LlmState state = await FoldAsync(events.Append(new RetryEvent(1, "r")));
        Assert.Equal(("m-1", null, null), (state.Model, state.ResponseId, state.FinishReason));
        state = await FoldAsync(events.Append(new FallbackEvent(1)));
        Assert.Equal((null, null, null), (state.Model, state.ResponseId, state.FinishReason));
        state = await FoldAsync(events.Concat([new FallbackEvent(1), new StartEvent(new() { Model = "n" })]));
        Assert.Equal(("n", null, null), (state.Model, state.ResponseId, state.FinishReason));
        state = await FoldAsync(events.Append(new ContinuationEvent("check", 1)));
        Assert.Equal(("m-1", null, null), (state.Model, state.ResponseId, state.FinishReason));
    }

    [Theory]
    [InlineData("""{"audio":5,"additionalCounts":{"k":2}}""", """{"audio":7,"additionalCounts":{"k":2,"j":3}}""", """{"audio":12,"additionalCounts":{"k":4,"j":3}}""")]
    [InlineData("""{"a":1}""", """{"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1}""", null, """{"a":1}""")]
    [InlineData(null, """{"a":1}""", """{"a":1}""")]
    [InlineData(null, null, null)]
    [InlineData("""{"cost":0.5,"tier":"a","n":1}""", """{"cost":0.25,"tier":"b","n":null}""", """{"cost":0.25,"tier":"b","n":1}""")]
    [InlineData("""{"a":{"b":1},"c":[1]}""", """{"a":5,"c":[2]}""", """{"a":5,"c":[2]}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":3,"a":4}""", """{"a":6}""")]
    [InlineData("""{"a":1}""", """{"\ud800":2}""", """{"\ud800":2}""")]
    public async Task Usage_that_is_said_in_parts_adds_up(string? first, string? second, string? sum)
    {
        LlmState state = await FoldAsync(Of(first, 1), Of(second, 2));
        Assert.Equal((sum, 3), (state.Usage!.Extra?.GetRawText(), state.Usage.Input));

        static UsageEvent Of(string? extra, long input) => new(new() { Input = input, Extra = extra is null ? null : System.Text.Json.JsonElement.Parse(extra) });
    }

    /// <summary>An attempt that has set everything.</summary>
    private static IEnumerable<object> Attempt() =>
    [
        new StartEvent(new() { Model = "m" }),
        new TokenEvent("check", 0),
        new TokenEvent("hm", 0, TokenKind.Reasoning),
        new CheckpointEvent(1, "check"),
        new GuardrailEvent(new() { Violations = [Json] }),
        new DriftEvent(new() { Detected = true }),
        new ErrorEvent(Failed, FailureType.Network),
        new CompleteEvent("check", 1),
    ];

    private static void AssertNewAttempt(LlmState state)
    {
        Assert.Equal(("", 0, "", 0), (state.Content.ToString(), state.TokenCount, state.Reasoning.ToString(), state.ReasoningTokenCount));
        Assert.False(state.Completed);
        Assert.Null(state.EndedAt);
        Assert.Equal(("check", true, Failed, At(0)), (state.Checkpoint, state.DriftDetected, state.Error, state.StartedAt));
        Assert.Equal([Json], state.Violations);
        Assert.Equal([Failed], state.NetworkErrors);
    }
}
