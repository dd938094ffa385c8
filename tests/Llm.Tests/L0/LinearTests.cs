using Daybook.Llm;

namespace Daybook.Tests.L0;

public sealed class LinearTests
{
    private const int Short = 10_000;
    private const int Long = 1_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_million_tokens_fold_at_the_cost_of_each()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "short", Short);
        await RecordAsync(store, "long", Long);
        double before = await BytesEachAsync(store, "short", Short);
        double after = await BytesEachAsync(store, "long", Long);
        Assert.InRange(after, 0, before * 1.2);
    }

    [Fact]
    public async Task A_token_copies_no_more_than_what_tokens_change()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", Short);
        Assert.InRange(await BytesEachAsync(store, "s", Short), 0, 160);
    }

    private static async Task RecordAsync(IEventStore store, string streamId, int count)
    {
        var recorder = new LlmState.Recorder(store, streamId);
        for (int i = 0; i < count; i += Short)
        {
            await using LlmState.Batch batch = recorder.Batch();
            for (int j = i; j < i + Short; j++)
            {
                batch.RecordToken(" word", j);
            }

            _ = await batch.CommitAsync(Stop);
        }
    }

    private static async Task<double> BytesEachAsync(IEventStore store, string streamId, int count)
    {
        _ = await store.LoadAsync<LlmState>(streamId, cancellationToken: Stop);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<Versioned<LlmState>> load = store.LoadAsync<LlmState>(streamId, cancellationToken: Stop);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        // Another thread would have allocated elsewhere.
        Assert.True(load.IsCompletedSuccessfully);
        LlmState state = (await load).State;
        Assert.Equal((count, 5 * count), (state.TokenCount, state.Content.Length));
        return (double)bytes / count;
    }
}
