using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Stream Metadata and Comparing Replays.</summary>
public sealed class PythonComparisonTextTests : TextTests
{
    [Fact]
    [CodeBlock(18)]
    public async Task Stream_Metadata()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        await using IEventStore store = l0.Memory();
        const string StreamId = "my-stream";
        await RecordAnswerAsync(l0.Recorder(store, StreamId), "gpt-4", "Hello", " world");

        StreamMetadata? meta = await l0.MetadataAsync(StreamId, store);

        if (meta is not null)
        {
            Print(meta.StreamId);        // Stream identifier
            Print(meta.EventCount);      // Total events
            Print(meta.TokenCount);      // Total tokens
            Print($"{meta.StartedAt:O}"); // Start timestamp
            Print($"{meta.EndedAt:O}");  // End timestamp
            Print(meta.Completed);       // Whether completed
            Print(meta.HasError);        // Whether errored
            Print(meta.Options);         // Original options
        }

        string[] lines = Printed.Split('\n');
        Assert.Equal(["my-stream", "4", "2", "1970-01-01T00:00:00.0000000+00:00", "1970-01-01T00:00:00.0000000+00:00", "True", "False"], lines[..7]);
        Assert.StartsWith("LlmOptions { Prompt = Say hello., Model = gpt-4, ", lines[7], StringComparison.Ordinal);
        Assert.Null(await l0.MetadataAsync("no-stream", store));
    }

    [Fact]
    [CodeBlock(19)]
    public async Task Comparing_Replays()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "one"), "gpt-4", "Hello", " world");
        await RecordAnswerAsync(l0.Recorder(store, "two"), "gpt-4", "Hi", " ", "world");

        // Replay two streams
        EventReplayer replayer = l0.Replayer(store);
        LlmState state1 = await replayer.ReplayToStateAsync("one");
        LlmState state2 = await replayer.ReplayToStateAsync("two");

        // Compare
        ReplayComparison comparison = l0.Compare(state1, state2);

        Print(comparison.Identical); // True if states match
        Print(comparison);           // List of differences

        Assert.Equal(["False", "content: 'Hello world...' vs 'Hi world...'", "token_count: 2 vs 3", "token_event_count: 2 vs 3", ""], Printed.Split('\n'));
        Assert.True(l0.Compare(state1, await replayer.ReplayToStateAsync("one")).Identical);
    }
}
