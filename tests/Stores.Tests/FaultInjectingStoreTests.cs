using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class FaultInjectingStoreTests
{
    [Fact]
    public async Task A_call_that_fails_before_the_store_does_nothing()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AppendAsync(store, "x"));
        Assert.Null(await store.GetStreamInfoAsync("a"));
        Assert.Equal(0, (await AppendAsync(store, "x")).FirstSequence);
    }

    [Fact]
    public async Task A_lost_answer_is_of_something_done()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(Fault.LostAnswer());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AppendAsync(store, "x"));
        Assert.True((await AppendAsync(store, "x")).WasRepeated);
    }

    [Fact]
    public async Task The_nth_call_can_be_told()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Skip = 2, Times = 2 });
        Assert.Equal("..xx..", await PatternAsync(store, 6));
        Assert.Equal(6, store.CallsOf(StoreOperations.Append));
        Assert.Equal(0, store.CallsOf(StoreOperations.Reads));
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_calls()
    {
        string[] patterns = new string[3];
        for (int i = 0; i < 3; i++)
        {
            await using var store = new FaultInjectingStore(EventStores.Memory(), seed: i / 2);
            store.Add(new() { Probability = 0.4, Times = int.MaxValue });
            patterns[i] = await PatternAsync(store, 60);
        }

        Assert.Equal(patterns[0], patterns[1]);
        Assert.NotEqual(patterns[0], patterns[2]);
        Assert.Contains('x', patterns[0]);
        Assert.Contains('.', patterns[0]);
    }

    [Fact]
    public async Task Only_the_operations_that_are_named_are_struck()
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Operations = StoreOperations.Reads, Times = int.MaxValue });
        await AppendAsync(store, "x");
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ReadStreamAsync("a", 0, 1));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ReadFeedAsync(0, 1));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ReadQueryAsync(EventQuery.All, 0, 1));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.GetFeedEndAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.WaitForFeedAsync(0));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.GetStreamInfoAsync("a"));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ListStreamsAsync());
        store.Clear();
        Assert.Equal(1, (await store.GetStreamInfoAsync("a"))!.Version);
    }

    [Fact]
    public async Task A_delay_goes_by_the_clock_that_it_is_given()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(Fault.Delay(TimeSpan.FromHours(1), timeProvider: clock));
        Task<AppendResult> append = AppendAsync(store, "x");
        Assert.False(append.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await append).FirstSequence);
    }

    [Theory]
    [InlineData(FaultMoment.Before, false)]
    [InlineData(FaultMoment.After, true)]
    public async Task A_call_can_end_as_if_cancelled(FaultMoment moment, bool isStored)
    {
        await using var store = new FaultInjectingStore(EventStores.Memory());
        store.Add(Fault.Cancel(moment: moment));
        await Assert.ThrowsAsync<OperationCanceledException>(() => AppendAsync(store, "x"));
        Assert.Equal(isStored, (await AppendAsync(store, "x")).WasRepeated);
    }

    private static async Task<string> PatternAsync(IEventStore store, int calls)
    {
        string pattern = "";
        for (int i = 0; i < calls; i++)
        {
            try
            {
                await AppendAsync(store, $"{i}");
                pattern += '.';
            }
            catch (StoreUnavailableException)
            {
                pattern += 'x';
            }
        }

        return pattern;
    }

    private static async Task<AppendResult> AppendAsync(IEventStore store, string key)
    {
        using var batch = new AppendBatch();
        batch.Start("a");
        batch.Add(new("event sample.thing@1 ()"), EventId.From("a", key), DateTimeOffset.UnixEpoch, null, 0);
        return await store.AppendAsync(batch);
    }
}
