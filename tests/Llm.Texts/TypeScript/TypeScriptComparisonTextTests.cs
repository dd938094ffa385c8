using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Stream Metadata and Comparing Replays.</summary>
public sealed class TypeScriptComparisonTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(1699000000000));

    [Fact]
    [CodeBlock(18)]
    public async Task Stream_Metadata()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");
        await recorder.RecordStartAsync(new() { Prompt = "Count.", Model = "gpt-5-micro" });
        for (int i = 0; i < 23; i++)
        {
            await recorder.RecordTokenAsync($"{i} ", i);
        }

        _clock.Advance(TimeSpan.FromSeconds(5));
        await recorder.RecordCompleteAsync();

        StreamMetadata? metadata = await l0.MetadataAsync("my-stream", store);

        Assert.NotNull(metadata);
        Assert.Equal(("my-stream", 25, 23), (metadata.StreamId, metadata.EventCount, metadata.TokenCount));
        Assert.Equal((1699000000000, 1699000005000), (metadata.StartedAt.ToUnixTimeMilliseconds(), metadata.EndedAt.ToUnixTimeMilliseconds()));
        Assert.Equal((true, false), (metadata.Completed, metadata.HasError));
        Assert.Equal(("Count.", "gpt-5-micro"), (metadata.Options!.Prompt, metadata.Options.Model));
    }

    [Fact]
    [CodeBlock(19)]
    public async Task Comparing_Replays()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "stream-1"), "gpt-5-micro", "Hello", " world");
        await RecordAnswerAsync(l0.Recorder(store, "stream-2"), "gpt-5-micro", "Hi", " ", "world");
        await RecordAnswerAsync(l0.Recorder(store, "stream-3"), "gpt-5-micro", "Hello", " world");

        EventReplayer replayer = l0.Replayer(store);

        LlmState state1 = await replayer.ReplayToStateAsync("stream-1");
        foreach (string other in (string[])["stream-2", "stream-3"])
        {
            LlmState state2 = await replayer.ReplayToStateAsync(other);

            ReplayComparison comparison = l0.Compare(state1, state2, ComparisonFormat.TypeScript);

            if (comparison.Identical)
            {
                Print("Replays are identical!");
            }
            else
            {
                Print($"Differences: {string.Join(", ", comparison.Differences)}");
            }
        }

        Assert.Equal(
            "Differences: content: 'Hello world...' vs 'Hi world...', tokenCount: 2 vs 3, tokenEventCount: 2 vs 3\nReplays are identical!\n",
            Printed);
    }
}
