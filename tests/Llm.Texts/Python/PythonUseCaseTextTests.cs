using System.Text.Json;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Use Cases.</summary>
public sealed class PythonUseCaseTextTests : TextTests
{
    [Fact]
    [CodeBlock(24)]
    public async Task Testing_and_Debugging()
    {
        var l0 = new EventSourcing();
        string requestId = "request-17";

        // In production: record events
        await using (IEventStore store = l0.File(Local("debug-events")))
        using (IChatClient client = new GreetingChatClient().Recorded(store, new() { StreamId = (messages, options) => requestId }))
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync("Say hello."))
            {
                Write(update.Text);
            }
        }

        // Later: replay for debugging
        await using (IEventStore store = l0.File(Local("debug-events")))
        {
            await using ReplayResult result = await l0.ReplayAsync(requestId, store);
            await foreach (Envelope envelope in result)
            {
                Print($"{envelope.Sequence}: {envelope}");
            }

            Assert.Equal("Hello, world.", result.State.Content.ToString());
            Assert.True(result.State.Completed);
        }

        Assert.StartsWith("Hello, world.0: ", Printed, StringComparison.Ordinal);
        Assert.Contains("Say hello.", Printed, StringComparison.Ordinal);
    }

    [Fact]
    [CodeBlock(25)]
    public async Task Audit_Trails()
    {
        var l0 = new EventSourcing();
        (string user, string request) = ("ada", "request-17");

        // Create persistent store with 90-day retention
        await using IEventStore store = l0.File(basePath: Local("audit-logs"), prefix: "audit", ttl: TimeSpan.FromDays(90));

        LlmState.Recorder recorder = l0.Recorder(store, l0.GenerateId($"audit-{user}-"));

        // Record user context
        await recorder.RecordStartAsync(new()
        {
            Model = "gpt-4",
            Extra = JsonSerializer.SerializeToElement(new { user_id = user, request_id = request, timestamp = DateTimeOffset.UtcNow }),
        });

        // ... record stream events ...
        await recorder.RecordCompleteAsync("Hello", 1);
        await RecordAnswerAsync(l0.Recorder(store, l0.GenerateId("audit-adam-")), "gpt-4", "Hello");

        // List all streams for a user
        var streams = new List<string>();
        await foreach (StreamInfo stream in store.ListAllStreamsAsync(prefix: $"audit-{user}-"))
        {
            streams.Add(stream.StreamId);
        }

        Assert.Equal([recorder.StreamId], streams);
        LlmOptions options = (await l0.MetadataAsync(recorder.StreamId, store))!.Options!;
        Assert.Equal("request-17", options.Extra!.Value.GetProperty("request_id").GetString());
    }

    [Fact]
    [CodeBlock(26)]
    public async Task Regression_Testing()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();

        // Run with model A
        LlmState.Recorder recorderA = l0.Recorder(store, streamId: "model-a");
        await RecordAnswerAsync(recorderA, "gpt-4-0613", "Two", " plus", " two", " is", " four");

        // Run with model B
        LlmState.Recorder recorderB = l0.Recorder(store, streamId: "model-b");
        await RecordAnswerAsync(recorderB, "gpt-4-turbo", "2", " + ", "2", " = ", "4");

        // Compare outputs
        EventReplayer replayer = l0.Replayer(store);
        LlmState stateA = await replayer.ReplayToStateAsync("model-a");
        LlmState stateB = await replayer.ReplayToStateAsync("model-b");

        ReplayComparison comparison = l0.Compare(stateA, stateB);

        if (!comparison.Identical)
        {
            Print("Differences found:");
            foreach (string difference in comparison.Differences)
            {
                Print($"  - {difference}");
            }
        }

        Assert.StartsWith("Differences found:\n  - content: 'Two plus two is four...' vs '2 + 2 = 4...'\n", Printed, StringComparison.Ordinal);
        Assert.Contains("  - model: 'gpt-4-0613' vs 'gpt-4-turbo'\n", Printed, StringComparison.Ordinal);
    }

    [Fact]
    [CodeBlock(27)]
    public async Task Time_Travel_Debugging()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        const string StreamId = "my-stream";
        await RecordAnswerAsync(l0.Recorder(store, StreamId), "gpt-4", "One", " two", " three", " four");

        // Get metadata to find total events
        StreamMetadata meta = (await l0.MetadataAsync(StreamId, store))!;
        Print($"Total events: {meta.EventCount}");

        // Replay first half only
        await using ReplayResult result = await l0.ReplayAsync(StreamId, store, new() { To = meta.EventCount / 2 });

        await foreach (Envelope envelope in result)
        {
            Print($"{envelope.Sequence}: {envelope.EventType.Name}");
        }

        Print($"State at midpoint: {result.State.Content}");

        Assert.Equal(
            ["Total events: 6", "0: llm.start", "1: llm.token", "2: llm.token", "3: llm.token", "State at midpoint: One two three", ""],
            Printed.Split('\n'));
    }
}
