using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Replay Patterns and Replayed State Interface.</summary>
public sealed class TypeScriptReplayTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch) { JumpsToTimers = true };

    [Fact]
    [CodeBlock(10)]
    public async Task Basic_Replay()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        await using ReplayResult result = await l0.ReplayAsync("my-stream", store);

        await foreach (Envelope envelope in result)
        {
            Print(envelope.EventType.Name);
        }

        Assert.Equal(
            "llm.start\nllm.token\nllm.guardrail\nllm.retry\nllm.token\nllm.token\nllm.checkpoint\nllm.complete\n",
            Printed);
    }

    [Fact]
    [CodeBlock(11)]
    public async Task Replay_with_Callbacks()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        await using ReplayResult result = await l0.ReplayAsync("my-stream", store);

        // Set handlers before iterating
        result
            .OnToken(token => Print($"Token: {token}"))
            .OnViolation(violation => Print($"Violation: {violation.Message}"))
            .OnRetry((attempt, reason) => Print($"Retry {attempt}: {reason}"))
            .OnEvent(envelope => Print($"Event: {envelope.Sequence}"));

        await foreach (Envelope envelope in result)
        {
            // Process events
        }

        Assert.Equal(
            """
            Event: 0
            Token: Bad
            Event: 1
            Violation: Too rude
            Event: 2
            Retry 1: guardrail
            Event: 3
            Token: Good
            Event: 4
            Token:  morning
            Event: 5
            Event: 6
            Event: 7

            """,
            Printed);
    }

    [Fact]
    [CodeBlock(12)]
    public async Task Replay_with_Timing()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        // Real-time replay (1x speed)
        await using ReplayResult result = await l0.ReplayAsync("my-stream", store, new() { Speed = 1, TimeProvider = _clock }); // 1 = real-time

        // 10x speed replay
        await using ReplayResult fast = await l0.ReplayAsync("my-stream", store, new() { Speed = 10, TimeProvider = _clock });

        // Instant replay (default)
        await using ReplayResult instant = await l0.ReplayAsync("my-stream", store, new() { Speed = 0, TimeProvider = _clock });

        Assert.Equal(TimeSpan.FromSeconds(7), await DurationAsync(result));
        Assert.Equal(TimeSpan.FromSeconds(0.7), await DurationAsync(fast));
        Assert.Equal(TimeSpan.Zero, await DurationAsync(instant));
    }

    [Fact]
    [CodeBlock(13)]
    public async Task Partial_Replay()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", [.. Enumerable.Range(0, 20).Select(i => $"{i} ")]);

        await using ReplayResult result = await l0.ReplayAsync("my-stream", store, new()
        {
            From = 5, // Start from event 5
            To = 15,  // Stop at event 15
        });

        long[] sequences = await result.Select(envelope => envelope.Sequence).ToArrayAsync();
        Assert.Equal([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], sequences);

        // The state takes in what came before the range.
        Assert.Equal("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 ", result.State.Content.ToString());
    }

    [Fact]
    [CodeBlock(14)]
    public async Task Replay_to_State()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        EventReplayer replayer = l0.Replayer(store);
        LlmState state = await replayer.ReplayToStateAsync("my-stream");

        Print(state.Content);              // Final content
        Print(state.TokenCount);           // Token count
        Print(state.Checkpoint);           // Last checkpoint content
        Print(state.Completed);            // true/false
        Print(state.Violations[0].Rule);   // Guardrail violations
        Print(state.RetryAttempts);        // Model retry count
        Print(state.NetworkRetryCount);    // Network retry count
        Print(state.FallbackIndex);        // Which fallback was used
        Print(state.DriftDetected);        // Whether drift was detected
        Print(state.Error);                // Error if failed, or null
        Print($"{state.StartedAt:mm:ss}"); // Start timestamp
        Print($"{state.EndedAt:mm:ss}");   // End timestamp

        Assert.Equal(["Good morning", "2", "Good morning", "True", "tone", "1", "0", "0", "False", "", "00:00", "00:07", ""], Printed.Split('\n'));
    }

    [Fact]
    [CodeBlock(15)]
    public async Task Replay_Tokens_Only()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        EventReplayer replayer = l0.Replayer(store);

        await foreach (string token in replayer.ReplayTokensAsync("my-stream"))
        {
            Write(token);
        }

        // With timing simulation
        long start = _clock.GetTimestamp();
        await foreach (string token in replayer.ReplayTokensAsync("my-stream", speed: 1))
        {
            Write(token);
        }

        Assert.Equal("BadGood morningBadGood morning", Printed);
        Assert.Equal(TimeSpan.FromSeconds(7), _clock.GetElapsedTime(start));
    }

    [Fact]
    [CodeBlock(16)]
    public async Task Replay_with_Generator()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        EventReplayer replayer = l0.Replayer(store);

        await foreach (Envelope envelope in await replayer.ReplayAsync("my-stream", new() { Speed = 0, From = 0, To = null }))
        {
            Print($"Event {envelope.Sequence}: {envelope.EventType.Name}");
        }

        Assert.StartsWith("Event 0: llm.start\nEvent 1: llm.token\n", Printed, StringComparison.Ordinal);
        Assert.EndsWith("Event 7: llm.complete\n", Printed, StringComparison.Ordinal);
    }

    [Fact]
    [CodeBlock(17)]
    public async Task Replayed_State_Interface()
    {
        (EventSourcing l0, IEventStore store) = await RecordedAsync();

        var expected = new LlmState
        {
            Content = "Good morning",
            TokenCount = 2,
            Checkpoint = "Good morning",
            Violations = [new GuardrailViolation("tone", "Too rude")],
            DriftDetected = false,
            RetryAttempts = 1,
            NetworkRetryCount = 0,
            FallbackIndex = 0,
            Completed = true,
            Error = null,
            StartedAt = DateTimeOffset.UnixEpoch,
            EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(7),

            // What the interface does not have.
            TokenEventCount = 3,
            Model = "gpt-5-micro",
        };

        LlmState state = await l0.Replayer(store).ReplayToStateAsync("my-stream");
        Assert.Empty(l0.Compare(expected, state).Differences);
    }

    /// <summary>An answer that is asked for twice, with a second between any two events.</summary>
    private async Task<(EventSourcing L0, IEventStore Store)> RecordedAsync()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");
        Func<ValueTask<AppendResult>>[] events =
        [
            () => recorder.RecordStartAsync(new() { Model = "gpt-5-micro" }),
            () => recorder.RecordTokenAsync("Bad", 0),
            () => recorder.RecordGuardrailAsync(1, new() { Violations = [new("tone", "Too rude")] }),
            () => recorder.RecordRetryAsync("guardrail", 1),
            () => recorder.RecordTokenAsync("Good", 0),
            () => recorder.RecordTokenAsync(" morning", 1),
            () => recorder.RecordCheckpointAsync(2, "Good morning"),
            () => recorder.RecordCompleteAsync("Good morning", 2),
        ];
        foreach (Func<ValueTask<AppendResult>> record in events)
        {
            _ = await record();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        return (l0, store);
    }

    private async Task<TimeSpan> DurationAsync(ReplayResult replay)
    {
        long start = _clock.GetTimestamp();
        _ = await replay.ToEndAsync();
        return _clock.GetElapsedTime(start);
    }
}
