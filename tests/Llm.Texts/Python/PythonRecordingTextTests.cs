using System.Text.Json;
using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Recording Events.</summary>
public sealed class PythonRecordingTextTests : TextTests
{
    [Fact]
    [CodeBlock(10)]
    public async Task EventRecorder()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store);
        Assert.True(Guid.TryParse(recorder.StreamId, out Guid id) && id.Version == 7);

        // Or with a custom stream ID
        recorder = l0.Recorder(store, streamId: "my-stream-123");

        // Access the stream ID
        Print(recorder.StreamId);

        Assert.Equal("my-stream-123\n", Printed);
    }

    [Fact]
    [CodeBlock(11)]
    public async Task Recording_Methods()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");

        // Start event (called first); what is no member of the options goes into the extra ones
        await recorder.RecordStartAsync(new() { Model = "gpt-4", Extra = JsonElement.Parse("""{ "temperature": 0.7 }""") });

        // Token events
        await recorder.RecordTokenAsync("Hello", index: 0);
        await recorder.RecordTokenAsync(" world", index: 1);

        // Checkpoint (for resumption)
        await recorder.RecordCheckpointAsync(content: "Hello", at: 1);

        // Guardrail check
        await recorder.RecordGuardrailAsync(result: new() { Passed = true, Violations = [] }, checkType: "content");

        // Drift detection
        await recorder.RecordDriftAsync(result: new() { Detected = false });

        // Retry
        await recorder.RecordRetryAsync(
            attempt: 1,
            reason: "network_error",
            delay: TimeSpan.FromMilliseconds(1000),
            countsTowardLimit: false); // Network retries don't count

        // Fallback
        await recorder.RecordFallbackAsync(fromIndex: 0, toIndex: 1, reason: "max_retries_exceeded");

        // Continuation (resumed from checkpoint)
        await recorder.RecordContinuationAsync(checkpoint: "Hello", at: 1);

        // Completion
        await recorder.RecordCompleteAsync(content: "Hello world", tokenCount: 2);

        // Error
        await recorder.RecordErrorAsync(error: new("TimeoutError", "Stream timed out"));

        // Everything that was given is there.
        string[] events = await store.GetEventsAsync("my-stream").Select(envelope => envelope.ToJson()).ToArrayAsync();
        Assert.Equal(11, events.Length);
        Assert.Contains("\"temperature\":0.7", events[0], StringComparison.Ordinal);
        Assert.Contains("\"CheckType\":\"content\"", events[4], StringComparison.Ordinal);
        Assert.Contains("\"Reason\":\"network_error\"", events[6], StringComparison.Ordinal);
        Assert.Contains("\"From\":0", events[7], StringComparison.Ordinal);
        LlmState state = await l0.Replayer(store).ReplayToStateAsync("my-stream");
        Assert.Equal(("Hello world", 2, "Hello"), (state.Content.ToString(), state.TokenCount, state.Checkpoint));
        Assert.Equal((0, 1, 1), (state.RetryAttempts, state.NetworkRetryCount, state.FallbackIndex));
        Assert.Equal(new("TimeoutError", "Stream timed out"), state.Error);
    }
}
