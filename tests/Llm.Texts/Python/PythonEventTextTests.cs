using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Quick Start and Event Types.</summary>
public sealed class PythonEventTextTests : TextTests
{
    private static readonly string[] Names =
    [
        "llm.start", "llm.token", "llm.checkpoint", "llm.guardrail", "llm.drift", "llm.retry", "llm.fallback", "llm.continuation", "llm.complete", "llm.error",
    ];

    [Fact]
    [CodeBlock(1)]
    public async Task Quick_Start()
    {
        var l0 = new EventSourcing();

        // Create an event store
        await using IEventStore store = l0.Memory();

        // Record events
        LlmState.Recorder recorder = l0.Recorder(store);
        await recorder.RecordStartAsync(new() { Model = "gpt-4" });
        await recorder.RecordTokenAsync("Hello", 0);
        await recorder.RecordTokenAsync(" world", 1);
        await recorder.RecordCompleteAsync("Hello world", 2);

        // Replay the stream
        await using ReplayResult result = await l0.ReplayAsync(recorder.StreamId, store);
        await foreach (Envelope envelope in result)
        {
            if (envelope.TryGet(out TokenEvent token))
            {
                Write(token.Value);
            }
        }

        // Get final state
        LlmState state = result.State;
        Print($"\nTokens: {state.TokenCount}");

        Assert.Equal("Hello world\nTokens: 2\n", Printed);
    }

    [Fact]
    [CodeBlock(2)]
    public void Event_Types()
    {
        EventDescriptor[] types =
        [
            EventDescriptor.Of<StartEvent>(),        // Stream started with options
            EventDescriptor.Of<TokenEvent>(),        // Token emitted
            EventDescriptor.Of<CheckpointEvent>(),   // Checkpoint saved
            EventDescriptor.Of<GuardrailEvent>(),    // Guardrail check result
            EventDescriptor.Of<DriftEvent>(),        // Drift detection result
            EventDescriptor.Of<RetryEvent>(),        // Retry attempted
            EventDescriptor.Of<FallbackEvent>(),     // Fallback model switch
            EventDescriptor.Of<ContinuationEvent>(), // Resumed from checkpoint
            EventDescriptor.Of<CompleteEvent>(),     // Stream completed
            EventDescriptor.Of<ErrorEvent>(),        // Stream errored
        ];

        Assert.Equal(Names, types.Select(type => type.Schema.Name));
    }

    [Fact]
    [CodeBlock(3)]
    public async Task Event_Dataclasses()
    {
        var start = new StartEvent(new() { Model = "gpt-4" });
        var token = new TokenEvent("Hello", Index: 0);
        var checkpoint = new CheckpointEvent(At: 1, "Hello");
        var guardrail = new GuardrailEvent(new() { Passed = true });
        var drift = new DriftEvent(new() { Detected = false });
        var retry = new RetryEvent(Attempt: 1, "network_error", Delay: TimeSpan.FromSeconds(1), CountsTowardLimit: false);
        var fallback = new FallbackEvent(To: 1) { From = 0, Reason = "max_retries_exceeded" };
        var continuation = new ContinuationEvent("Hello", At: 1);
        var complete = new CompleteEvent("Hello world", TokenCount: 2);
        var error = new ErrorEvent(new("TimeoutError", "Stream timed out"));

        // Each comes back as it was recorded; its type and its time stand in the envelope.
        await using IEventStore store = new EventSourcing().Memory();
        var recorder = new LlmState.Recorder(store, "all");
        await recorder.RecordAsync(start);
        await recorder.RecordAsync(token);
        await recorder.RecordAsync(checkpoint);
        await recorder.RecordAsync(guardrail);
        await recorder.RecordAsync(drift);
        await recorder.RecordAsync(retry);
        await recorder.RecordAsync(fallback);
        await recorder.RecordAsync(continuation);
        await recorder.RecordAsync(complete);
        await recorder.RecordAsync(error);
        Envelope[] events = await store.GetEventsAsync("all").ToArrayAsync();
        Assert.Equal(Names, events.Select(envelope => envelope.EventType.Name));
        Assert.All(events, envelope => Assert.NotEqual(default, envelope.Timestamp));
        object[] recorded = [start, token, checkpoint, guardrail, drift, retry, fallback, continuation, complete, error];
        Assert.Equal(recorded.Select(one => one.ToString()), events.Select(envelope => envelope.Event.ToString()));
    }

    [Fact]
    [CodeBlock(4)]
    public async Task Event_Envelope()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-4", "Hello");

        await foreach (Envelope envelope in store.GetEventsAsync("my-stream"))
        {
            Print(envelope.StreamId); // Unique stream identifier
            Print(envelope.Sequence); // Sequence number (0, 1, 2, ...)
            Print(envelope.Event);    // The actual event (TokenEvent, etc.)
        }

        string[] lines = Printed.Split('\n');
        Assert.Equal(["my-stream", "0"], lines[..2]);
        Assert.Equal(["my-stream", "1"], lines[3..5]);
        Assert.StartsWith("TokenEvent { Value = Hello, Index = 0", lines[5], StringComparison.Ordinal);
        Assert.Equal(["my-stream", "2"], lines[6..8]);
    }
}
