using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>API Reference.</summary>
public sealed class TypeScriptReferenceTextTests : TextTests
{
    [Fact]
    [CodeBlock(37)]
    public async Task Factory_Functions()
    {
        var l0 = new EventSourcing();

        // Create in-memory store
        await using IEventStore memory = l0.Memory();

        // Create store from config
        await using IEventStore store = await l0.CreateAsync(new StorageAdapterConfig("memory"));

        // Create recorder
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");

        // Create replayer
        EventReplayer replayer = l0.Replayer(store);

        await RecordAnswerAsync(recorder, "gpt-5-micro", "Hello");
        Assert.Equal("Hello", (await replayer.ReplayToStateAsync("my-stream")).Content.ToString());
    }

    [Fact]
    [CodeBlock(38)]
    public async Task Replay_Function()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", "Hello", " world");

        await using ReplayResult result = await l0.ReplayAsync("my-stream", store, new()
        {
            Speed = 0, // 0 = instant, 1 = real-time
            From = 1,
            To = 2,
        });
        result.FireHandlers = true;
        result.SetHandlers(new()
        {
            OnToken = token => Print(token),
            OnViolation = violation => Print(violation),
            OnRetry = (attempt, reason) => Print($"{attempt}: {reason}"),
            OnEvent = envelope => Print(envelope.Sequence),
        });

        Assert.Equal(("my-stream", true), (result.StreamId, result.IsReplay));
        Assert.Equal("gpt-5-micro", result.OriginalOptions.Model);
        _ = await result.ToEndAsync();
        Assert.Equal("Hello\n1\n world\n2\n", Printed);
        Assert.Empty(result.Errors);
    }

    [Fact]
    [CodeBlock(39)]
    public async Task Utilities()
    {
        var l0 = new EventSourcing();

        // Generate unique stream ID
        string streamId = l0.GenerateId("l0_"); // "l0_0199…"
        Assert.Matches("^l0_[0-9a-f-]{36}$", streamId);

        // Serialize/deserialize errors
        var error = LlmError.From(new TimeoutException("Too slow."));
        LlmErrorException exception = error.ToException();
        Assert.Equal(("TimeoutException", "Too slow."), (error.Name, error.Message));
        Assert.Equal(("TimeoutException", "Too slow."), (exception.OriginalName, exception.Message));

        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, streamId), "gpt-5-micro", "Hello");

        // Get stream metadata
        StreamMetadata? metadata = await l0.MetadataAsync(streamId, store);
        Assert.Equal((streamId, 3, 1, true, false), (metadata!.StreamId, metadata.EventCount, metadata.TokenCount, metadata.Completed, metadata.HasError));
        Assert.True(metadata.StartedAt <= metadata.EndedAt);
        Assert.Equal("gpt-5-micro", metadata.Options!.Model);

        // Compare replay results
        LlmState state = await l0.Replayer(store).ReplayToStateAsync(streamId);
        ReplayComparison comparison = l0.Compare(state, state with { TokenCount = 2 }, ComparisonFormat.TypeScript);
        Assert.False(comparison.Identical);
        Assert.Equal(["tokenCount: 1 vs 2"], comparison.Differences);
    }
}
