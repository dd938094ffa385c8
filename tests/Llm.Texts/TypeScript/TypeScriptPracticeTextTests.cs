using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Best Practices, but for the snapshots.</summary>
public sealed class TypeScriptPracticeTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    [CodeBlock(40)]
    public void Use_Meaningful_Stream_IDs()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        (string userId, string sessionId) = ("ada", "42");

        // Good - includes context
        string streamId = l0.GenerateId($"user_{userId}_chat_{sessionId}_");

        // Bad - opaque
        string opaque = l0.GenerateId(); // Only for anonymous streams

        Assert.StartsWith("user_ada_chat_42_", streamId, StringComparison.Ordinal);
        Assert.True(Guid.TryParse(opaque, out _));
    }

    [Fact]
    [CodeBlock(41)]
    public async Task Record_All_Derived_Computations()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");
        const int TokenIndex = 1;
        var guardrailResult = new GuardrailResult { Violations = [new("tone", "Too rude")] };
        var driftResult = new DriftResult { Detected = true, Types = ["topic"], Confidence = 0.9 };

        // Always record guardrail results
        await recorder.RecordGuardrailAsync(TokenIndex, guardrailResult);

        // Always record drift detection
        await recorder.RecordDriftAsync(TokenIndex, driftResult);

        // Nothing is computed again: the results are in the state.
        LlmState state = await l0.Replayer(store).ReplayToStateAsync("my-stream");
        Assert.Equal("tone", state.Violations.Single().Rule);
        Assert.True(state.DriftDetected);
    }

    [Fact]
    [CodeBlock(42)]
    public async Task Clean_Up_Old_Streams()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "old"), "gpt-5-micro", "Hello");
        _clock.Advance(TimeSpan.FromDays(31));
        await RecordAnswerAsync(l0.Recorder(store, "new"), "gpt-5-micro", "Hello");

        DateTimeOffset now = _clock.GetUtcNow();

        // Implement retention policy
        DateTimeOffset cutoff = now - TimeSpan.FromDays(30);
        await foreach (StreamInfo stream in store.ListAllStreamsAsync())
        {
            StreamMetadata? metadata = await l0.MetadataAsync(stream.StreamId, store);
            if (metadata is not null && metadata.EndedAt < cutoff)
            {
                await store.DeleteStreamAsync(stream.StreamId);
            }
        }

        Assert.Equal(["new"], await store.ListAllStreamsAsync().Select(stream => stream.StreamId).ToArrayAsync());
    }
}
