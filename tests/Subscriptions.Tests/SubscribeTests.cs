using Daybook.FeedTesting;

namespace Daybook.Tests.Subscriptions;

public sealed class SubscribeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Catches_up_and_then_follows_writers(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        const int Before = 3000, Writers = 3, Each = 1500;
        await Worker.WriteAsync(test.Store, first: 0, Before, seed: 1);
        Task writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Worker.WriteAsync(test.Store, Before + (writer * Each), Each, seed: writer))));

        var numbers = new List<long>();
        var sequences = new Dictionary<string, long>();
        long last = -1;
        await foreach (Envelope envelope in test.Store.Subscribe(cancellationToken: Stop))
        {
            Assert.True(envelope.Offset > last);
            last = envelope.Offset;
            Assert.Equal(sequences.GetValueOrDefault(envelope.StreamId, -1) + 1, envelope.Sequence);
            sequences[envelope.StreamId] = envelope.Sequence;
            numbers.Add(envelope.NumberOf());
            if (numbers.Count == Before + (Writers * Each))
            {
                break;
            }
        }

        await writers;
        Assert.Equal(Enumerable.Range(0, numbers.Count).Select(number => (long)number), numbers.Order());
    }

    [Theory, EachStore]
    public async Task Begins_where_it_is_told_to(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await test.Store.AddAsync("count-1", 1, 2, 3);
        await using (IAsyncEnumerator<Envelope> fromEnd = test.Store.Subscribe(from: FeedPosition.End, cancellationToken: Stop).GetAsyncEnumerator(Stop))
        {
            ValueTask<bool> next = fromEnd.MoveNextAsync();
            await test.Store.AddAsync("count-1", 4);
            // The end may have been looked for after the append: then another one comes.
            await test.Store.AddAsync("count-1", 5);
            Task<bool> moved = next.AsTask();
            while (!moved.IsCompleted)
            {
                await test.Store.AddAsync("count-1", 6);
                await Task.Delay(1, Stop);
            }

            Assert.True(await moved);
            Assert.True(fromEnd.Current.NumberOf() >= 4);
        }

        long second = (await test.Store.ReadEventsAsync("count-1", cancellationToken: Stop).ToListAsync(envelope => envelope.Offset))[1];
        await using IAsyncEnumerator<Envelope> fromOffset = test.Store.Subscribe(from: second, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        Assert.True(await fromOffset.MoveNextAsync());
        Assert.Equal(2, fromOffset.Current.NumberOf());
        Assert.Throws<ArgumentOutOfRangeException>(() => FeedPosition.Offset(-1));
        Assert.Throws<ArgumentException>(() => test.Store.Subscribe(EventQuery.All with { NewestFirst = true }));
    }

    [Fact]
    public async Task Each_enumeration_starts_anew()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await test.Store.AddAsync("count-1", 1, 2, 3);
        IAsyncEnumerable<Envelope> events = test.Store.Subscribe(EventQuery.All.Of<Added>(), cancellationToken: Stop);
        for (int run = 0; run < 2; run++)
        {
            long wanted = 1;
            await foreach (Envelope envelope in events)
            {
                Assert.Equal(wanted++, envelope.NumberOf());
                if (wanted == 4)
                {
                    break;
                }
            }
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using IAsyncEnumerator<Envelope> events = test.Store.Subscribe(cancellationToken: Stop).GetAsyncEnumerator(stop.Token);
        ValueTask<bool> next = events.MoveNextAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_tried_again()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        var store = new BrokenLine(test.Store, every: 3);
        await test.Store.AddAsync("count-1", [.. Enumerable.Range(0, 50).Select(number => (long)number)]);
        var numbers = new List<long>();
        await foreach (Envelope envelope in store.Subscribe(options: new() { PageSize = 3, RetryDelay = TimeSpan.FromTicks(1) }, cancellationToken: Stop))
        {
            numbers.Add(envelope.NumberOf());
            if (numbers.Count == 50)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(number => (long)number), numbers);
        Assert.True(store.Failures > 5);
    }
}
