using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Replaying Events.</summary>
public sealed class PythonReplayTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch) { JumpsToTimers = true };

    [Fact]
    [CodeBlock(12)]
    public async Task Basic_Replay()
    {
        (EventSourcing l0, IEventStore store, string streamId) = await RecordedAsync();

        // Replay the stream
        await using ReplayResult result = await l0.ReplayAsync(streamId, store);

        await foreach (Envelope envelope in result)
        {
            Print($"[{envelope.Sequence}] {envelope.EventType.Name}: {envelope}");
        }

        string[] lines = Printed.Split('\n');
        Assert.StartsWith("[0] llm.start: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("[1] llm.token: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("Hello", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("[3] llm.complete: ", lines[3], StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(lines[4..]));
    }

    [Fact]
    [CodeBlock(13)]
    public async Task Replay_to_State()
    {
        (EventSourcing l0, IEventStore store, string streamId) = await RecordedAsync();

        EventReplayer replayer = l0.Replayer(store);
        LlmState state = await replayer.ReplayToStateAsync(streamId);

        Print(state.Content);           // Final content
        Print(state.TokenCount);        // Total tokens
        Print(state.Checkpoint);        // Last checkpoint
        Print(state.Completed);         // Whether stream completed
        Print(state.Error);             // Error if any
        Print(state.Violations.Count);  // Guardrail violations
        Print(state.DriftDetected);     // Whether drift was detected
        Print(state.RetryAttempts);     // Retries that counted toward limit
        Print(state.NetworkRetryCount); // Network retries
        Print(state.FallbackIndex);     // Current fallback index
        Print(state.StartedAt);         // Start timestamp
        Print(state.EndedAt);           // End timestamp

        string[] times = [$"{DateTimeOffset.UnixEpoch}", $"{DateTimeOffset.UnixEpoch.AddSeconds(3)}"];
        Assert.Equal(["Hello world", "2", "", "True", "", "0", "False", "0", "0", "0", .. times, ""], Printed.Split('\n'));
    }

    [Fact]
    [CodeBlock(14)]
    public async Task Replay_Tokens_Only()
    {
        (EventSourcing l0, IEventStore store, string streamId) = await RecordedAsync();

        EventReplayer replayer = l0.Replayer(store);

        await foreach (string token in replayer.ReplayTokensAsync(streamId, speed: 0))
        {
            Write(token);
        }

        Assert.Equal("Hello world", Printed);
    }

    [Fact]
    [CodeBlock(15)]
    public async Task Replay_with_Timing()
    {
        (EventSourcing l0, IEventStore store, string streamId) = await RecordedAsync();

        // Instant replay (default)
        await using ReplayResult instant = await l0.ReplayAsync(streamId, store, new() { Speed = 0, TimeProvider = _clock });

        // Real-time playback
        await using ReplayResult realTime = await l0.ReplayAsync(streamId, store, new() { Speed = 1, TimeProvider = _clock });

        // 2x speed
        await using ReplayResult twice = await l0.ReplayAsync(streamId, store, new() { Speed = 2, TimeProvider = _clock });

        Assert.Equal(TimeSpan.Zero, await DurationAsync(instant));
        Assert.Equal(TimeSpan.FromSeconds(3), await DurationAsync(realTime));
        Assert.Equal(TimeSpan.FromSeconds(1.5), await DurationAsync(twice));
    }

    [Fact]
    [CodeBlock(16)]
    public async Task Partial_Replay()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        string streamId = "counting";
        await RecordAnswerAsync(l0.Recorder(store, streamId), "gpt-4", [.. Enumerable.Range(0, 30).Select(i => $"{i} ")]);

        await using ReplayResult result = await l0.ReplayAsync(streamId, store, new()
        {
            From = 5, // Start from sequence 5
            To = 20,  // Stop at sequence 20
        });

        long[] sequences = await result.Select(envelope => envelope.Sequence).ToArrayAsync();
        Assert.Equal(Enumerable.Range(5, 16).Select(i => (long)i), sequences);

        // The state takes in what came before the range.
        Assert.StartsWith("0 1 2 3 ", result.State.Content.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" 18 19 ", result.State.Content.ToString(), StringComparison.Ordinal);
        Assert.Equal(20, result.State.TokenCount);
    }

    [Fact]
    [CodeBlock(17)]
    public async Task Replay_with_Callbacks()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        string streamId = "guarded";
        LlmState.Recorder recorder = l0.Recorder(store, streamId);
        await recorder.RecordTokenAsync("Hello", 0);
        await recorder.RecordGuardrailAsync(at: 1, new() { Violations = [new("json", "Not valid JSON yet")] });
        await recorder.RecordRetryAsync("rate_limit", attempt: 1);

        await using ReplayResult result = await l0.ReplayAsync(streamId, store);

        result.SetHandlers(new()
        {
            OnToken = token => Print($"Token: {token}"),
            OnViolation = violation => Print($"Violation: {violation.Message}"),
            OnRetry = (attempt, reason) => Print($"Retry {attempt}: {reason}"),
            OnEvent = envelope => Print($"Event: {envelope.EventType.Name}"),
        });

        await foreach (Envelope _ in result)
        {
            // Handlers fire automatically
        }

        // Access final state
        Print(result.State);

        string[] lines = Printed.Split('\n');
        Assert.Equal(
            ["Token: Hello", "Event: llm.token", "Violation: Not valid JSON yet", "Event: llm.guardrail", "Retry 1: rate_limit", "Event: llm.retry"], lines[..6]);
        Assert.StartsWith("LlmState { Content = , TokenCount = 0, ", lines[6], StringComparison.Ordinal);
        Assert.Contains("RetryAttempts = 1, NetworkRetryCount = 0, ", lines[6], StringComparison.Ordinal);

        // They fire unless told not to.
        result.FireHandlers = false;
        _ = await result.ToEndAsync();
        Assert.Equal(8, Printed.Split('\n').Length);
    }

    /// <summary>Hello world, with a second between any two events.</summary>
    private async Task<(EventSourcing L0, IEventStore Store, string StreamId)> RecordedAsync()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store);
        await recorder.RecordStartAsync(new() { Model = "gpt-4" });
        _clock.Advance(TimeSpan.FromSeconds(1));
        await recorder.RecordTokenAsync("Hello", 0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await recorder.RecordTokenAsync(" world", 1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await recorder.RecordCompleteAsync("Hello world", 2);
        return (l0, store, recorder.StreamId);
    }

    private async Task<TimeSpan> DurationAsync(ReplayResult replay)
    {
        long start = _clock.GetTimestamp();
        _ = await replay.ToEndAsync();
        return _clock.GetElapsedTime(start);
    }
}
