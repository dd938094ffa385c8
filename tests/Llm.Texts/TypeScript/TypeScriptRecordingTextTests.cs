using Daybook.Llm;
using Daybook.Tests.Llm.Texts.Custom;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Event Store Interface and Recording Patterns.</summary>
public sealed class TypeScriptRecordingTextTests : TextTests
{
    /// <summary>The interface is <see cref="IEventStore"/>, with an extension method for whatever it says in other words.</summary>
    [Fact]
    [CodeBlock(6)]
    public async Task Event_Store_Interface()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = new RedisEventStore(new());
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");
        await recorder.RecordTokenAsync("Hello", 0);
        await recorder.RecordTokenAsync(" World", 1);

        Assert.Equal(2, await store.GetEventsAsync("my-stream").CountAsync());
        Assert.True(await store.ExistsAsync("my-stream"));
        Assert.Equal(1, (await store.GetLastEventAsync("my-stream"))!.Value.Sequence);
        Assert.Null(await store.GetLastEventAsync("no-stream"));
        Assert.Equal(1, (await store.GetEventsAsync("my-stream", afterSequence: 0).SingleAsync()).Sequence);
        Assert.Equal(["my-stream"], await store.ListAllStreamsAsync().Select(stream => stream.StreamId).ToArrayAsync());
        await store.DeleteStreamAsync("my-stream");
        Assert.Empty(await store.GetEventsAsync("my-stream").ToListAsync());
    }

    [Fact]
    [CodeBlock(7)]
    public async Task In_Memory_Store()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();

        // Use it
        await l0.Recorder(store, "stream-1").RecordAsync(new TokenEvent("hello", Index: 0));

        // Check stats
        Print(await store.ListAllStreamsAsync().CountAsync());                                 // 1
        Print(await store.ListAllStreamsAsync().Select(stream => stream.Count).SumAsync()); // 1

        // Clear all data
        await foreach (StreamInfo stream in store.ListAllStreamsAsync())
        {
            await store.DeleteStreamAsync(stream.StreamId);
        }

        Assert.Equal("1\n1\n", Printed);
        Assert.False(await store.ExistsAsync("stream-1"));
    }

    [Fact]
    [CodeBlock(8)]
    public async Task Using_L0EventRecorder()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store);

        // Auto-generates stream ID
        Print(recorder.StreamId);

        // Get current sequence number
        Print(await recorder.GetVersionAsync()); // 0

        // Record events
        await recorder.RecordStartAsync(new() { Prompt = "test", Model = "gpt-5-micro" });
        await recorder.RecordTokenAsync("Hello", 0);
        await recorder.RecordTokenAsync(" World", 1);
        await recorder.RecordCheckpointAsync(1, "Hello World");

        // Record guardrail evaluation (stored, not recomputed on replay)
        await recorder.RecordGuardrailAsync(1, new() { Violations = [], ShouldRetry = false, ShouldHalt = false });

        // Record drift detection
        await recorder.RecordDriftAsync(1, new() { Detected = false, Types = [], Confidence = 0 });

        // Record retry
        await recorder.RecordRetryAsync("rate_limit", 1, true);

        // Record fallback
        await recorder.RecordFallbackAsync(1);

        // Record continuation
        await recorder.RecordContinuationAsync("Hello World", 1);

        // Complete or error
        await recorder.RecordCompleteAsync("Hello World", 2);
        // OR
        await recorder.RecordErrorAsync(new LlmError("Error", "Failed"), FailureType.Network, RecoveryStrategy.Retry, "default");

        Assert.Equal($"{recorder.StreamId}\n0\n", Printed);
        Assert.Equal(11, await recorder.GetVersionAsync());
        LlmState state = await l0.Replayer(store).ReplayToStateAsync(recorder.StreamId);
        Assert.Equal(("Hello World", 2, true), (state.Content.ToString(), state.TokenCount, state.Completed));
        Assert.Equal((1, 0, 1, "Hello World"), (state.RetryAttempts, state.NetworkRetryCount, state.FallbackIndex, state.ResumePoint));
        Assert.Equal(new("Error", "Failed"), state.Error);
        Assert.True((await store.GetLastEventAsync(recorder.StreamId))!.Value.TryGet<ErrorEvent>(out ErrorEvent? error));
        Assert.Equal("default", error.Policy!.Id);
    }

    [Fact]
    [CodeBlock(9)]
    public async Task Recording_a_Complex_Stream()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store);

        await recorder.RecordStartAsync(new() { Prompt = "Analyze data", Model = "gpt-5-micro" });

        // Stream tokens
        await recorder.RecordTokenAsync("The", 0);
        await recorder.RecordTokenAsync(" data", 1);
        await recorder.RecordTokenAsync(" shows", 2);

        // Guardrail check (result is stored)
        await recorder.RecordGuardrailAsync(2, new()
        {
            Violations = [new("json", "Not valid JSON yet", ViolationSeverity.Warning) { Recoverable = true }],
            ShouldRetry = false,
            ShouldHalt = false,
        });

        // More tokens
        await recorder.RecordTokenAsync("...", 3);

        // Checkpoint for continuation
        await recorder.RecordCheckpointAsync(3, "The data shows...");

        // Network error triggers retry
        await recorder.RecordRetryAsync("network_error", 1, false);

        // Continuation from checkpoint
        await recorder.RecordContinuationAsync("The data shows...", 3);

        // Stream continues
        await recorder.RecordTokenAsync(" growth", 4);
        await recorder.RecordCompleteAsync("The data shows... growth", 5);

        LlmState state = await l0.Replayer(store).ReplayToStateAsync(recorder.StreamId);
        Assert.Equal(("The data shows... growth", 5, "The data shows...", true), (state.Content.ToString(), state.TokenCount, state.Checkpoint, state.Completed));
        Assert.Equal((0, 1, "json"), (state.RetryAttempts, state.NetworkRetryCount, state.Violations.Single().Rule));

        // Just before it was complete, it was the same: nothing of the failed attempt stands twice.
        LlmState before = await l0.Replayer(store).ReplayToStateAsync(recorder.StreamId, at: 9);
        Assert.Equal(("The data shows... growth", 5), (before.Content.ToString(), before.TokenCount));
    }
}
