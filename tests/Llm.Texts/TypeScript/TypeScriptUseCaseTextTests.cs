using System.Security.Cryptography;
using System.Text;
using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Use Cases.</summary>
public sealed class TypeScriptUseCaseTextTests : TextTests
{
    [Fact]
    [CodeBlock(20)]
    public async Task Deterministic_Testing()
    {
        var l0 = new EventSourcing();

        // In production
        await using (IEventStore production = l0.File(Local("events")))
        using (IChatClient client = new GreetingChatClient().Recorded(production, new() { StreamId = (messages, options) => "stream-123" }))
        {
            _ = await client.GetResponseAsync("Say hello.");

            await using FileStream file = File.Create(Local("stream-123.jsonl"));
            await production.ExportAsync(file);
        }

        // In tests
        await using IEventStore store = l0.Memory();
        await using FileStream fixture = File.OpenRead(Local("stream-123.jsonl"));
        await store.ImportAsync(fixture);
        await using ReplayResult result = await l0.ReplayAsync("stream-123", store);

        // Assertions are deterministic
        Assert.Equal("Hello, world.", result.State.Content.ToString());
        Assert.Empty(result.State.Violations);

        // Code that asks a model can ask the recording
        using IChatClient recorded = new ReplayChatClient(store);
        Assert.Equal("Hello, world.", (await recorded.GetResponseAsync("Say hello.")).Text);
    }

    [Fact]
    [CodeBlock(21)]
    public async Task Production_Failure_Reproduction()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch) { JumpsToTimers = true };
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        await using IEventStore productionStore = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(productionStore, "l0_abc123_xyz789");
        await recorder.RecordTokenAsync("{ oops", 0);
        clock.Advance(TimeSpan.FromSeconds(2));
        await recorder.RecordGuardrailAsync(1, new() { Violations = [new("json", "Not valid JSON")], ShouldRetry = true });
        await recorder.RecordRetryAsync("guardrail", 1);
        long end = clock.GetTimestamp();

        // When a bug is reported, get the stream ID from logs
        const string StreamId = "l0_abc123_xyz789";

        // Replay locally
        await using ReplayResult result = await l0.ReplayAsync(StreamId, productionStore);
        result.Speed = 1; // Watch it happen in real-time

        result
            .OnToken(token => Print(token))
            .OnViolation(violation => Print($"Violation! {violation.Message}"))
            .OnRetry((attempt, reason) => Print($"Retry {attempt}: {reason}"));

        await foreach (Envelope envelope in result)
        {
            // Step through and debug
        }

        Assert.Equal("{ oops\nViolation! Not valid JSON\nRetry 1: guardrail\n", Printed);
        Assert.Equal(TimeSpan.FromSeconds(2), clock.GetElapsedTime(end));
    }

    [Fact]
    [CodeBlock(22)]
    public async Task Audit_Trail()
    {
        var l0 = new EventSourcing();
        await using IEventStore auditStore = l0.File(Local("audit"));
        const string UserId = "ada";

        // Every LLM interaction is recorded
        LlmState.Recorder recorder = l0.Recorder(auditStore, l0.GenerateId($"user_{UserId}_"));

        // ... record all events
        await RecordAnswerAsync(recorder, "gpt-5-micro", "Hello", " world");

        // Later, for compliance
        await foreach (StreamInfo stream in auditStore.ListAllStreamsAsync())
        {
            StreamMetadata metadata = (await l0.MetadataAsync(stream.StreamId, auditStore))!;
            Print($"Stream {stream.StreamId}: {metadata.TokenCount} tokens, completed: {metadata.Completed}");
        }

        Assert.Equal($"Stream {recorder.StreamId}: 2 tokens, completed: True\n", Printed);
    }

    [Fact]
    [CodeBlock(23)]
    public async Task Time_Travel_Debugging()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", [.. Enumerable.Range(1, 100).Select(i => $"{i} ")]);

        // Replay to a specific point
        await using ReplayResult result = await l0.ReplayAsync("my-stream", store, new() { To = 50 }); // Stop at event 50

        // Inspect state at that moment
        Print($"State at event 50: {result.State.Content}");

        Assert.StartsWith("State at event 50: 1 2 3 ", Printed, StringComparison.Ordinal);
        Assert.EndsWith(" 49 50 \n", Printed, StringComparison.Ordinal);
        Assert.False(result.State.Completed);
    }

    [Fact]
    [CodeBlock(24)]
    public async Task Caching_Deduplication()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        using var client = new GreetingChatClient { BrokenCalls = 1 };

        // An answer that broke off is in the store, and is no answer
        _ = await Assert.ThrowsAsync<IOException>(() => GetOrReplayAsync("Say hello."));
        Assert.Equal(1, await store.ListAllStreamsAsync().CountAsync());

        string first = await GetOrReplayAsync("Say hello.");
        string second = await GetOrReplayAsync("Say hello.");

        Assert.Equal(("Hello, world.", "Hello, world."), (first, second));
        Assert.Equal(2, client.Calls);

        // The same for any request, in one line
        using IChatClient cached = client.Cached(store);
        Assert.Equal("Hello, world.", (await cached.GetResponseAsync("Say good morning.")).Text);
        Assert.Equal("Hello, world.", (await cached.GetResponseAsync("Say good morning.")).Text);
        Assert.Equal(3, client.Calls);

        async Task<string> GetOrReplayAsync(string prompt)
        {
            string cacheKey = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prompt)));

            if (await l0.MetadataAsync(cacheKey, store) is { Completed: true })
            {
                // Replay from cache
                await using ReplayResult result = await l0.ReplayAsync(cacheKey, store);
                return result.State.Content.ToString();
            }

            // Make real API call and record; what broke off goes first
            await store.DeleteStreamAsync(cacheKey);
            LlmState.Recorder recorder = l0.Recorder(store, cacheKey);
            await recorder.RecordStartAsync(new() { Prompt = prompt });
            int tokens = 0;
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(prompt))
            {
                await recorder.RecordTokenAsync(update.Text, tokens++);
            }

            await recorder.RecordCompleteAsync();
            return (await l0.Replayer(store).ReplayToStateAsync(cacheKey)).Content.ToString();
        }
    }
}
