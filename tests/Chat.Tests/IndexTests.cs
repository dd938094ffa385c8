using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>What looking for a recording costs.</summary>
public sealed class IndexTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Of_many_unfinished_recordings_of_a_request_only_the_newest_are_looked_at_again()
    {
        for (int i = 0; i < 60; i++)
        {
            using IChatClient abandoned = new ScriptedClient(Chats.Answer("one")).Recorded(_store);
            await foreach (ChatResponseUpdate update in abandoned.GetStreamingResponseAsync(Chats.Question))
            {
                break;
            }
        }

        var store = new CountingStore(_store);
        using var replay = new ReplayChatClient(store);
        Assert.IsType<LlmErrorException>((await replay.AskAsync()).End);
        long before = store.Infos;
        (List<string> updates, Exception? end) = await replay.AskAsync();
        Assert.Equal((1, typeof(LlmErrorException)), (updates.Count, end?.GetType()));
        Assert.InRange(store.Infos - before, 1, 16);

        // One of the newest that goes on and ends is found.
        string newest = (await _store.QueryAsync(EventQuery.All with { NewestFirst = true }).FirstAsync()).StreamId;
        var recorder = new LlmState.Recorder(_store, newest);
        _ = await recorder.RecordAsync(new RetryEvent(1, "again"));
        _ = await recorder.RecordAsync(new TokenEvent("whole", 0));
        _ = await recorder.RecordAsync(new CompleteEvent());
        Assert.Equal("whole", (await replay.GetResponseAsync(Chats.Question)).Text);
    }

    [Fact]
    public async Task A_complete_recording_is_found_behind_any_number_of_unfinished_ones()
    {
        _ = await new ScriptedClient(Chats.Answer("one")).Recorded(_store).AskAsync();
        for (int i = 0; i < 40; i++)
        {
            _ = await ScriptedClient.ThatThrows([], _ => new TimeoutException()).Recorded(_store).AskAsync();
        }

        var inner = new ScriptedClient();
        using IChatClient client = inner.Cached(_store);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal("one", (await client.GetResponseAsync(Chats.Question)).Text);
        }

        Assert.Equal(0, inner.Calls);
    }

    [Fact]
    public async Task The_requests_of_other_recordings_are_not_decoded()
    {
        const int Count = 20;
        const int Size = 200_000;
        for (int i = 0; i < Count; i++)
        {
            _ = await new ScriptedClient(Chats.Answer("a")).Recorded(_store).AskAsync([new(ChatRole.System, i + new string('x', Size)), new(ChatRole.User, "?")]);
        }

        // The least of some, since the pool that pages come from may have to be filled.
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            using var replay = new ReplayChatClient(_store);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Task<(List<string>, Exception? End)> asked = replay.AskAsync();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);

            // Another thread would have allocated elsewhere.
            Assert.True(asked.IsCompletedSuccessfully);
            Assert.IsType<RecordingNotFoundException>((await asked).End);
        }

        // The pages have them once; decoded they would be there twice more.
        Assert.InRange(least, 0, Count * Size * 1.5);
    }
}
