using System.Text.Json;
using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Quick Start and Event Types.</summary>
public sealed class TypeScriptEventTextTests : TextTests
{
    [Fact]
    [CodeBlock(1)]
    public async Task Recording_a_Stream()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordQuantumAsync(store);

        Assert.Equal(
            ["llm.start", "llm.token", "llm.token", "llm.token", "llm.checkpoint", "llm.token", "llm.token", "llm.complete"],
            await store.GetEventsAsync("my-stream-id").Select(envelope => envelope.EventType.Name).ToArrayAsync());
    }

    [Fact]
    [CodeBlock(2)]
    public async Task Replaying_a_Stream()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordQuantumAsync(store);

        await using ReplayResult result = await l0.ReplayAsync("my-stream-id", store, new()
        {
            Speed = 0, // 0 = instant, 1 = real-time
        });

        // Exact same events as original
        await foreach (Envelope envelope in result)
        {
            if (envelope.TryGet(out TokenEvent token))
            {
                Print(token.Value);
            }
        }

        // State is reconstructed identically
        Print(result.State.Content);    // "Quantum computing is..."
        Print(result.State.TokenCount); // 5
        Print(result.State.Completed);  // true

        Assert.Equal("Quantum\n \ncomputing\n \nis...\nQuantum computing is...\n5\nTrue\n", Printed);
    }

    [Fact]
    [CodeBlock(3)]
    public void Event_Types()
    {
        object[] events =
        [
            new StartEvent(new LlmOptions()),
            new TokenEvent("Quantum", Index: 0),
            new CheckpointEvent(At: 2, "Quantum computing"),
            new GuardrailEvent(new GuardrailResult(), At: 2),
            new DriftEvent(new DriftResult(), At: 2),
            new RetryEvent(Attempt: 1, "rate_limit", CountsTowardLimit: true),
            new FallbackEvent(To: 1),
            new ContinuationEvent("Quantum computing", At: 2),
            new CompleteEvent("Quantum computing is...", TokenCount: 5),
            new ErrorEvent(
                new LlmError("Error", "Failed"),
                FailureType.Network,
                RecoveryStrategy.Retry,
                new RecoveryPolicy { RetryEnabled = true, FallbackEnabled = true, MaxRetries = 3, MaxFallbacks = 1, Attempt = 1, FallbackIndex = 0 }),
        ];

        Assert.Equal(10, events.DistinctBy(one => one.GetType()).Count());
        Assert.Equal(["Unknown", "Network", "Model", "Tool", "Timeout", "Abort", "ZeroOutput"], Enum.GetNames<FailureType>());
        Assert.Equal(["Halt", "Retry", "Fallback", "Continue"], Enum.GetNames<RecoveryStrategy>());
    }

    [Fact]
    [CodeBlock(4)]
    public async Task Serialized_Options()
    {
        var l0 = new EventSourcing();

        var options = new LlmOptions
        {
            Prompt = "Explain quantum computing",
            Model = "gpt-5-micro",
            Retry = new() { Attempts = 3, MaxRetries = 6, BaseDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(10), Backoff = "exponential" },
            Timeout = new() { InitialToken = TimeSpan.FromSeconds(5), InterToken = TimeSpan.FromSeconds(10) },
            CheckIntervals = new() { Guardrails = 5, Drift = 10, Checkpoint = 10 },
            ContinueFromCheckpoint = true,
            DetectDrift = true,
            DetectZeroTokens = true,
            FallbackCount = 1,
            GuardrailCount = 2,
            Metadata = JsonElement.Parse("""{ "user": "ada" }"""),
        };

        await using IEventStore store = l0.Memory();
        await l0.Recorder(store, "my-stream").RecordStartAsync(options);

        await using ReplayResult result = await l0.ReplayAsync("my-stream", store);
        Assert.Equal("ada", result.OriginalOptions.Metadata!.Value.GetProperty("user").GetString());
        Assert.Equal(options with { Metadata = null }, result.OriginalOptions with { Metadata = null });
    }

    [Fact]
    [CodeBlock(5)]
    public async Task Guardrail_and_Drift_Event_Results()
    {
        var l0 = new EventSourcing();

        var guardrail = new GuardrailResult { Violations = [new("json", "Not valid JSON")], ShouldRetry = true, ShouldHalt = false };
        var drift = new DriftResult { Detected = true, Types = ["tone"], Confidence = 0.8 };

        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");
        await recorder.RecordGuardrailAsync(1, guardrail);
        await recorder.RecordDriftAsync(1, drift);

        List<Envelope> events = await store.GetEventsAsync("my-stream").ToListAsync();
        Assert.True(events[0].TryGet<GuardrailEvent>(out GuardrailEvent? checkedEvent));
        Assert.Equal((guardrail.Violations.Single(), true, false), (checkedEvent.Result.Violations.Single(), checkedEvent.Result.ShouldRetry, checkedEvent.Result.ShouldHalt));
        Assert.True(events[1].TryGet<DriftEvent>(out DriftEvent? driftEvent));
        Assert.Equal((true, "tone", 0.8), (driftEvent.Result.Detected, driftEvent.Result.Types.Single(), driftEvent.Result.Confidence));
    }

    private static async Task RecordQuantumAsync(IEventStore store)
    {
        var l0 = new EventSourcing();

        LlmState.Recorder recorder = l0.Recorder(store, "my-stream-id");

        // Record events as they happen
        await recorder.RecordStartAsync(new() { Prompt = "Explain quantum computing", Model = "gpt-5-micro" });
        await recorder.RecordTokenAsync("Quantum", 0);
        await recorder.RecordTokenAsync(" ", 1);
        await recorder.RecordTokenAsync("computing", 2);
        await recorder.RecordCheckpointAsync(2, "Quantum computing");
        await recorder.RecordTokenAsync(" ", 3);
        await recorder.RecordTokenAsync("is...", 4);
        await recorder.RecordCompleteAsync("Quantum computing is...", 5);
    }
}
